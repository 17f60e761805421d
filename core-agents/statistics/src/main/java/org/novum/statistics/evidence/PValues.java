package org.novum.statistics.evidence;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.internal.Require;

/** An immutable array of p-values, each on the natural and the decimal logarithmic scale; one slot per hypothesis. */
public final class PValues {
    private final double[] values;
    private final double[] logarithms;

    private PValues(double[] values, double[] logarithms) {
        this.values = values;
        this.logarithms = logarithms;
    }

    /** Returns p-values given as probabilities; the array is copied. */
    public static PValues of(double... values) {
        double[] logarithms = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            logarithms[i] = StrictMath.log10(Require.probability("p-value " + i, values[i]));
        }
        return new PValues(values.clone(), logarithms);
    }

    /** Returns p-values given as decimal logarithms, which may lie far below -308; the array is copied. */
    public static PValues ofLog10(double... logarithms) {
        double[] values = new double[logarithms.length];
        for (int i = 0; i < logarithms.length; i++) {
            if (!(logarithms[i] <= 0)) {
                throw new StatisticsException("log10 of p-value " + i + " is " + logarithms[i] + "; give at most 0");
            }
            values[i] = PValue.powerOfTen(logarithms[i]);
        }
        return new PValues(values, logarithms.clone());
    }

    /** Returns the given p-values in iteration order. */
    public static PValues of(Collection<PValue> members) {
        double[] values = members.stream().mapToDouble(PValue::value).toArray();
        double[] logarithms = members.stream().mapToDouble(PValue::log10).toArray();
        return new PValues(values, logarithms);
    }

    /** Returns the number of hypotheses. */
    public int size() {
        return values.length;
    }

    /** Returns the p-value of hypothesis {@code index}. */
    public PValue at(int index) {
        return new PValue(values[index], logarithms[index]);
    }

    /** Returns the decimal logarithm of the p-value of hypothesis {@code index}. */
    public double log10(int index) {
        return logarithms[index];
    }

    /** Returns whether the p-value of hypothesis {@code index} is at or below {@code threshold}. */
    public boolean atMost(int index, double threshold) {
        if (values[index] >= Double.MIN_NORMAL) {
            return values[index] <= threshold;
        }
        return threshold > 0 && logarithms[index] <= StrictMath.log10(threshold);
    }

    /** Returns the number of p-values strictly above {@code threshold}. */
    public int above(double threshold) {
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            count += atMost(i, threshold) ? 0 : 1;
        }
        return count;
    }

    /** Returns the indices from the smallest p-value to the largest; ties keep their order. */
    public int[] ascending() {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> logarithms[i]).thenComparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PValues that
                && Arrays.equals(values, that.values)
                && Arrays.equals(logarithms, that.logarithms);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(logarithms);
    }

    @Override
    public String toString() {
        return "PValues" + Arrays.toString(values);
    }
}
