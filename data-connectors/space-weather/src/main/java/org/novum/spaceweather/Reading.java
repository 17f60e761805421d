package org.novum.spaceweather;

import java.util.List;
import java.util.Map;

/**
 * What one answer of a feed held.
 *
 * @param rows in the answer; those that gave no item are among the irregularities
 * @param items in the order of their times
 * @param irregularities whatever was odd
 */
public record Reading<T>(int rows, List<T> items, List<Irregularity> irregularities) {
    /** Copies the lists. */
    public Reading {
        items = List.copyOf(items);
        irregularities = List.copyOf(irregularities);
    }

    /** How many irregularities of each kind. */
    public Map<Irregularity.Kind, Integer> counts() {
        return Irregularities.counts(irregularities);
    }
}
