package org.novum.api.finding;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the statistics say of a hypothesis. Only application code makes one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "verdict")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Verdict.Discovery.class, name = "discovery"),
    @JsonSubTypes.Type(value = Verdict.Evidence.class, name = "evidence"),
    @JsonSubTypes.Type(value = Verdict.Inconclusive.class, name = "inconclusive"),
    @JsonSubTypes.Type(value = Verdict.Refuted.class, name = "refuted")
})
public sealed interface Verdict {
    /** Why, in one line. */
    String reason();

    /** Accepted by the ledger, and past the discipline's bar for a discovery. */
    record Discovery(String reason) implements Verdict {}

    /** Accepted by the ledger, below that bar. */
    record Evidence(String reason) implements Verdict {}

    /** The data do not decide. */
    record Inconclusive(String reason) implements Verdict {}

    /** The data speak against it. */
    record Refuted(String reason) implements Verdict {}

    /** True for a discovery and for evidence. */
    default boolean accepted() {
        return switch (this) {
            case Discovery _, Evidence _ -> true;
            case Inconclusive _, Refuted _ -> false;
        };
    }

    /** The word used in files: discovery, evidence, inconclusive or refuted. */
    default String word() {
        return switch (this) {
            case Discovery _ -> "discovery";
            case Evidence _ -> "evidence";
            case Inconclusive _ -> "inconclusive";
            case Refuted _ -> "refuted";
        };
    }

    /** The verdict that {@link #word()} names. */
    static Verdict of(String word, String reason) {
        return switch (word) {
            case "discovery" -> new Discovery(reason);
            case "evidence" -> new Evidence(reason);
            case "inconclusive" -> new Inconclusive(reason);
            case "refuted" -> new Refuted(reason);
            default -> throw new IllegalArgumentException("no verdict is called " + word);
        };
    }
}
