package org.novum.statistics.simulation;

import java.util.List;
import java.util.function.Function;
import org.novum.statistics.evidence.Calibrator;
import org.novum.statistics.evidence.EValue;
import org.novum.statistics.evidence.EValues;
import org.novum.statistics.evidence.PValue;
import org.novum.statistics.evidence.PValues;
import org.novum.statistics.multiple.BatchProcedure;
import org.novum.statistics.multiple.EBenjaminiHochberg;
import org.novum.statistics.multiple.Rejections;
import org.novum.statistics.online.Addis;
import org.novum.statistics.online.BatchLond;
import org.novum.statistics.online.Decision;
import org.novum.statistics.online.Dependence;
import org.novum.statistics.online.ELond;
import org.novum.statistics.online.Family;
import org.novum.statistics.online.FamilyDependence;
import org.novum.statistics.online.Lond;
import org.novum.statistics.online.LordDependent;
import org.novum.statistics.online.LordPlusPlus;
import org.novum.statistics.online.OnlineProcedure;
import org.novum.statistics.online.Saffron;

/**
 * A procedure under measurement.
 *
 * @param name as printed
 * @param standing what the project grants it
 * @param promise the dependence its proof covers
 * @param decide which tests of a stream it rejects
 */
record Contender(String name, Standing standing, String promise, Function<SimulatedStream, boolean[]> decide) {
    static final double ALPHA = 0.05;
    private static final int FAMILY = 10;

    /** When the project uses a procedure. */
    enum Standing {
        DEFAULT,
        INDEPENDENCE_DECLARED,
        OFFERED
    }

    static List<Contender> all() {
        return List.of(
                online("LOND", Standing.DEFAULT, "positive dependence", Lond.start(ALPHA, Dependence.POSITIVE)),
                online("LOND, harmonic", Standing.DEFAULT, "any", Lond.start(ALPHA, Dependence.ARBITRARY)),
                eLond("e-LOND, likelihood ratio", SimulatedStream::likelihoodRatios),
                eLond("e-LOND, calibrated p", Contender::calibrated),
                families("families of 10, positive", "positive dependence", FamilyDependence.POSITIVE),
                families("families of 10, any within", "any within family", FamilyDependence.ARBITRARY_WITHIN_FAMILY),
                families("families of 10, any", "any", FamilyDependence.ARBITRARY),
                batch("batch BH", "positive dependence", new BatchProcedure.BenjaminiHochberg(ALPHA)),
                batch("batch BY", "any", new BatchProcedure.BenjaminiYekutieli(ALPHA)),
                new Contender("batch e-BH, likelihood ratio", Standing.DEFAULT, "any", Contender::eBatch),
                online("LORD++", Standing.INDEPENDENCE_DECLARED, "independence", LordPlusPlus.start(ALPHA)),
                online("LORD, dependent", Standing.OFFERED, "any", LordDependent.start(ALPHA)),
                online("SAFFRON", Standing.OFFERED, "independence", Saffron.start(ALPHA)),
                online("ADDIS", Standing.OFFERED, "independence", Addis.start(ALPHA)));
    }

    private static Contender online(String name, Standing standing, String promise, OnlineProcedure<PValue> start) {
        return new Contender(name, standing, promise, stream -> run(start, stream.pValues()));
    }

    private static Contender eLond(String name, Function<SimulatedStream, List<EValue>> evidence) {
        return new Contender(
                name, Standing.DEFAULT, "any", stream -> run(ELond.start(ALPHA), evidence.apply(stream)));
    }

    private static Contender batch(String name, String promise, BatchProcedure procedure) {
        return new Contender(
                name, Standing.DEFAULT, promise, stream -> flags(procedure.decide(PValues.of(stream.pValues()))));
    }

    private static Contender families(String name, String promise, FamilyDependence dependence) {
        return new Contender(name, Standing.DEFAULT, promise, stream -> inFamilies(stream, dependence));
    }

    private static <E> boolean[] run(OnlineProcedure<E> start, List<E> evidence) {
        boolean[] rejected = new boolean[evidence.size()];
        OnlineProcedure<E> state = start;
        for (int t = 0; t < rejected.length; t++) {
            Decision<E> decision = state.next(evidence.get(t));
            rejected[t] = decision.rejected();
            state = decision.next();
        }
        return rejected;
    }

    private static boolean[] inFamilies(SimulatedStream stream, FamilyDependence dependence) {
        int count = stream.pValues().size() / FAMILY;
        boolean[] rejected = new boolean[stream.pValues().size()];
        BatchLond state = BatchLond.start(ALPHA, dependence);
        for (int family = 0; family < count; family++) {
            PValues p = PValues.of(stream.pValues().subList(family * FAMILY, (family + 1) * FAMILY));
            BatchLond.FamilyDecision decision = state.next(Family.of(p, 1.0 / count));
            for (int member : decision.rejections().indices()) {
                rejected[family * FAMILY + member] = true;
            }
            state = decision.next();
        }
        return rejected;
    }

    private static List<EValue> calibrated(SimulatedStream stream) {
        Calibrator calibrator = new Calibrator.Mixture();
        return stream.pValues().stream().map(calibrator::calibrate).toList();
    }

    private static boolean[] eBatch(SimulatedStream stream) {
        return flags(new EBenjaminiHochberg(ALPHA).decide(new EValues(stream.likelihoodRatios())));
    }

    private static boolean[] flags(Rejections rejections) {
        boolean[] flags = new boolean[rejections.size()];
        for (int member : rejections.indices()) {
            flags[member] = true;
        }
        return flags;
    }
}
