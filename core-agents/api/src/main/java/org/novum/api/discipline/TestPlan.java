package org.novum.api.discipline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The frozen test of a family of hypotheses; what is registered before the confirmation data are opened.
 *
 * @param family 1…N hypotheses that are judged together
 * @param statistic the test statistic and how its p- or e-value is found
 * @param selection of events, window and cuts
 * @param dependence between the members' p-values
 * @param weights prior weight of each member by id, mean 1 or less over the family; empty for equal weights
 * @param design everything else that the test needs, an object; the test reads nothing but this and the data
 */
public record TestPlan(
        List<Hypothesis> family,
        String statistic,
        String selection,
        Dependence dependence,
        Map<String, Double> weights,
        JsonNode design) {
    /** Copies the collections. */
    public TestPlan {
        family = List.copyOf(family);
        weights = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        if (family.isEmpty()) {
            throw new IllegalArgumentException("a plan tests at least one hypothesis");
        }
    }

    /** How the p-values of a family's members hang together. */
    public enum Dependence {
        /** Independent, or positively dependent in the sense of Benjamini and Yekutieli (2001): the plan argues it. */
        POSITIVE,
        /** Nothing is known. */
        ARBITRARY
    }
}
