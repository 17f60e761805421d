package org.novum.api.discipline;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Strength of evidence against a null hypothesis. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Strength.PValue.class, name = "p"),
    @JsonSubTypes.Type(value = Strength.EValue.class, name = "e"),
    @JsonSubTypes.Type(value = Strength.Untested.class, name = "untested")
})
public sealed interface Strength {
    /**
     * A p-value.
     *
     * @param log10 its decimal logarithm, at most 0; p-values below 1e-308 keep their meaning
     */
    record PValue(double log10) implements Strength {
        /** Refuses what is not a p-value. */
        public PValue {
            if (!(log10 <= 0) || log10 == Double.NEGATIVE_INFINITY) {
                throw new IllegalArgumentException("log10 of a p-value is finite and at most 0, not " + log10);
            }
        }
    }

    /**
     * An e-value: a non-negative statistic whose expectation under the null hypothesis is at most 1.
     *
     * @param log10 its decimal logarithm
     */
    record EValue(double log10) implements Strength {}

    /** A member that the plan allowed and that was not tested; it counts as p = 1. */
    record Untested(String reason) implements Strength {}
}
