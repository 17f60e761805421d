package org.novum.api.discipline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What proposers expect of a family, fixed before any confirmation row is opened. It moves power about; it never makes a
 * test easier to pass on the whole.
 *
 * @param weights by hypothesis; 1 where none is given. The program scales and bounds them in the plan
 * @param expectations by hypothesis, as the discipline's space accepted them
 */
public record Priors(Map<String, Double> weights, Map<String, JsonNode> expectations) {
    /** Nothing is expected. */
    public static final Priors NONE = new Priors(Map.of(), Map.of());

    /** Copies the maps. */
    public Priors {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        expectations = Collections.unmodifiableSortedMap(new TreeMap<>(expectations));
    }
}
