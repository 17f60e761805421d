package org.novum.spaceweather;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.novum.spaceweather.Irregularity.Kind;

/** Collects what was odd: all of it, in the order it was met. */
public final class Irregularities {
    private final List<Irregularity> all = new ArrayList<>();

    /** Notes one. */
    public void add(Kind kind, String place, String what) {
        all.add(new Irregularity(kind, place, what));
    }

    /** Notes those of another. */
    public void addAll(List<Irregularity> others) {
        all.addAll(others);
    }

    /** All so far. */
    public List<Irregularity> all() {
        return List.copyOf(all);
    }

    /** How many of each kind; kinds that were not met are left out. */
    public static Map<Kind, Integer> counts(List<Irregularity> irregularities) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        irregularities.forEach(irregularity -> counts.merge(irregularity.kind(), 1, Integer::sum));
        return counts;
    }
}
