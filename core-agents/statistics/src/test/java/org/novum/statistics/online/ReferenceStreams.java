package org.novum.statistics.online;

import org.novum.statistics.evidence.PValue;

/** The procedures of the reference file under the names it uses. */
final class ReferenceStreams {
    private ReferenceStreams() {}

    static OnlineProcedure<PValue> procedure(String name) {
        return switch (name) {
            case "LORD++" -> LordPlusPlus.start(0.05);
            case "LORD-dep" -> LordDependent.start(0.05);
            case "LOND" -> Lond.start(0.05, Dependence.POSITIVE);
            case "LOND-dep" -> Lond.start(0.05, Dependence.ARBITRARY);
            case "SAFFRON" -> Saffron.start(0.05);
            case "ADDIS" -> Addis.start(0.05);
            default -> throw new IllegalArgumentException("no procedure named " + name);
        };
    }
}
