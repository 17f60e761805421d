package org.novum.statistics.evidence;

import org.novum.statistics.StatisticsException;
import org.novum.statistics.internal.Require;

/**
 * An e-value: a non-negative statistic whose expectation under the null hypothesis is at most 1.
 *
 * <p>Kept as a decimal logarithm because products of e-values overflow. Vovk and Wang, Annals of Statistics 49 (2021)
 * 1736, arXiv:1912.06116.
 *
 * @param log10 decimal logarithm of the e-value; minus infinity for an e-value of 0
 */
public record EValue(double log10) implements Comparable<EValue> {
    /** Refuses NaN. */
    public EValue {
        if (Double.isNaN(log10)) {
            throw new StatisticsException("log10 e is NaN; give the logarithm of a number not below 0");
        }
    }

    /** Returns the e-value of a number not below 0. */
    public static EValue of(double value) {
        if (!(value >= 0)) {
            throw new StatisticsException("e-value is " + value + "; give a number not below 0");
        }
        return new EValue(StrictMath.log10(value));
    }

    /** Returns the e-value of a natural logarithm, for example of a likelihood ratio with fixed alternative. */
    public static EValue ofLog(double logarithm) {
        return new EValue(logarithm / PValue.LN_10);
    }

    /** Returns the value; infinite when it overflows, 0 when it underflows. */
    public double value() {
        return StrictMath.pow(10, log10);
    }

    /** Returns whether this e-value reaches a positive threshold. */
    public boolean atLeast(double threshold) {
        return log10 >= StrictMath.log10(Require.positive("threshold", threshold));
    }

    /** Returns min(1, 1/e), the p-value that Markov's inequality grants. */
    public PValue toPValue() {
        return PValue.ofLog10(Math.min(0, -log10));
    }

    /** Returns the product with an e-value that is valid given the past of this one (or independent of it). */
    public EValue times(EValue next) {
        boolean zero = log10 == Double.NEGATIVE_INFINITY || next.log10 == Double.NEGATIVE_INFINITY;
        return new EValue(zero ? Double.NEGATIVE_INFINITY : log10 + next.log10);
    }

    /** Orders from the weakest evidence to the strongest. */
    @Override
    public int compareTo(EValue other) {
        return Double.compare(log10, other.log10);
    }
}
