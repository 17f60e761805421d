package org.novum.statistics.evidence;

import org.novum.statistics.StatisticsException;
import org.novum.statistics.distribution.NormalTail;
import org.novum.statistics.internal.Require;

/**
 * A p-value that survives underflow: its value, and its decimal logarithm for values a double cannot hold.
 *
 * @param value the probability in [0, 1]; 0 when it underflows
 * @param log10 its decimal logarithm, at most 0; minus infinity only for a p-value that is exactly 0
 */
public record PValue(double value, double log10) implements Comparable<PValue> {
    static final double LN_10 = 2.302585092994045684018;

    /** Checks that the two scales speak of the same number. */
    public PValue {
        Require.probability("p-value", value);
        if (!(log10 <= 0)) {
            throw new StatisticsException("log10 p is " + log10 + "; the logarithm of a p-value is at most 0");
        }
        double expected = value < Double.MIN_NORMAL ? log10 : StrictMath.log10(value);
        if (value < Double.MIN_NORMAL ? log10 > -307 : Math.abs(expected - log10) > 1e-9 * Math.max(1, -log10)) {
            throw new StatisticsException("p-value " + value + " and log10 p " + log10
                    + " differ; build it with PValue.of or PValue.ofLog10");
        }
    }

    /** Returns the p-value of a probability. */
    public static PValue of(double value) {
        return new PValue(value, StrictMath.log10(Require.probability("p-value", value)));
    }

    /** Returns the p-value of a decimal logarithm, however far below -308. */
    public static PValue ofLog10(double log10) {
        return new PValue(powerOfTen(log10), log10);
    }

    /** Returns the p-value of a natural logarithm. */
    public static PValue ofLog(double logarithm) {
        return new PValue(
                logarithm < -740 ? 0 : StrictMath.exp(Math.min(0, logarithm)), Math.min(0, logarithm) / LN_10);
    }

    /** Returns the one-sided p-value of a significance of {@code z} standard deviations. */
    public static PValue ofZ(double z) {
        double survival = NormalTail.survival(z);
        return new PValue(survival, NormalTail.logSurvival(z) / LN_10);
    }

    /** Returns the one-sided significance in standard deviations. */
    public double z() {
        return value >= Double.MIN_NORMAL ? NormalTail.zOf(value) : NormalTail.zOfLog(log10 * LN_10);
    }

    /** Returns whether this p-value is at or below a threshold of any size, also where the value has underflowed. */
    public boolean atMost(double threshold) {
        if (value >= Double.MIN_NORMAL) {
            return value <= threshold;
        }
        return threshold > 0 ? log10 <= StrictMath.log10(threshold) : value == threshold && isZero();
    }

    /** Returns whether the p-value is exactly 0, not merely too small for a double. */
    public boolean isZero() {
        return log10 == Double.NEGATIVE_INFINITY;
    }

    /** Orders from the strongest evidence (smallest p-value) to the weakest. */
    @Override
    public int compareTo(PValue other) {
        int order = Double.compare(log10, other.log10);
        return order != 0 ? order : Double.compare(value, other.value);
    }

    static double powerOfTen(double log10) {
        return log10 < -330 ? 0 : StrictMath.pow(10, log10);
    }
}
