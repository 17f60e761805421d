package org.novum.statistics.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.novum.statistics.StatisticsException;

/**
 * A list of e-values, one per hypothesis or one per analysis of the same hypothesis.
 *
 * @param members the e-values in the order of their hypotheses
 */
public record EValues(List<EValue> members) {
    /** Copies the list. */
    public EValues {
        members = List.copyOf(members);
    }

    /** Returns the number of e-values. */
    public int size() {
        return members.size();
    }

    /**
     * Returns the arithmetic mean, an e-value under arbitrary dependence and essentially the only symmetric merging
     * function that is one (Vovk and Wang 2021, theorem 3.2).
     */
    public EValue average() {
        if (members.isEmpty()) {
            throw new StatisticsException("no e-values to merge; give at least one");
        }
        double largest = members.stream().mapToDouble(EValue::log10).max().getAsDouble();
        if (Double.isInfinite(largest)) {
            return new EValue(largest);
        }
        double sum = 0;
        for (EValue member : members) {
            sum += StrictMath.pow(10, member.log10() - largest);
        }
        return new EValue(largest + StrictMath.log10(sum / members.size()));
    }

    /** Returns the product, an e-value when each member is valid given the ones before it. */
    public EValue product() {
        return members.stream().reduce(new EValue(0), EValue::times);
    }

    /** Returns the indices from the largest e-value to the smallest; ties keep their order. */
    public int[] descending() {
        return IntStream.range(0, members.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> members.get(i)).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
