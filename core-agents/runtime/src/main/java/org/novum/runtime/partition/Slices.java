package org.novum.runtime.partition;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.novum.api.data.PartitionPolicy;

/** Names of the slices that a partition policy cuts a dataset into. */
public final class Slices {
    /** Every row, under {@link PartitionPolicy.WholeSample}. */
    public static final String ALL = "all";

    /** The rows that agents may look at before they register anything. */
    public static final String EXPLORATION = "exploration";

    private Slices() {}

    /** The name of the n-th confirmation slice, from 1. */
    public static String confirmation(int number) {
        return "confirmation-" + number;
    }

    /** All slices of a policy, exploration first. */
    public static List<String> of(PartitionPolicy policy) {
        return RowAssignment.names(policy);
    }

    /** The slices that can confirm, in the order in which rounds open them. */
    public static List<String> confirming(PartitionPolicy policy) {
        return of(policy).stream().filter(name -> !name.equals(EXPLORATION)).toList();
    }

    /** What a set of slices is called in messages and evidence. */
    static String title(SortedSet<String> slices) {
        return slices.isEmpty() ? "none" : String.join("+", slices);
    }

    static SortedSet<String> sorted(Iterable<String> slices) {
        SortedSet<String> result = new TreeSet<>();
        slices.forEach(result::add);
        return result;
    }
}
