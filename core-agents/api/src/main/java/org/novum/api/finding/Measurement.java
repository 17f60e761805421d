package org.novum.api.finding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novum.api.data.Quantity;

/**
 * What a discipline measured of one hypothesis after its verdict.
 *
 * @param hypothesis its id
 * @param statement what was found, in one sentence with numbers
 * @param attributes the discipline's own fields of the finding, an object: for particle decays {@code channel},
 *     {@code known}, {@code mode}, {@code yield}; for others at least {@code subject}
 * @param quantities with units and errors, by name
 * @param significance local, global and campaign, in standard deviations
 * @param log10p the decimal logarithms of the same p-values
 * @param figures for the report
 */
public record Measurement(
        String hypothesis,
        String statement,
        JsonNode attributes,
        Map<String, Quantity> quantities,
        Significance significance,
        Significance log10p,
        List<Figure> figures) {
    /** Copies the collections, quantities in the order of their names. */
    public Measurement {
        TreeMap<String, Quantity> sorted = new TreeMap<>(Comparator.naturalOrder());
        sorted.putAll(quantities);
        quantities = java.util.Collections.unmodifiableSortedMap(sorted);
        figures = List.copyOf(figures);
    }
}
