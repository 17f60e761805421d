package org.novum.statistics.distribution;

import org.apache.commons.math3.special.Gamma;
import org.novum.statistics.internal.Require;

/** Tails of the Poisson distribution through the incomplete gamma function (Abramowitz and Stegun 6.5.29, 26.4.21). */
public final class PoissonTail {
    private static final int MAXIMUM_TERMS = 10_000_000;

    private PoissonTail() {}

    /** Returns P(N &lt;= count) for a Poisson mean of at least 0. */
    public static double atMost(long count, double mean) {
        Require.nonNegative("mean", mean);
        if (count < 0) {
            return 0;
        }
        return mean == 0 ? 1 : Gamma.regularizedGammaQ(count + 1.0, mean);
    }

    /** Returns ln P(N &gt;= count), usable where the probability itself underflows. */
    public static double logAtLeast(double count, double mean) {
        Require.nonNegative("count", count);
        Require.nonNegative("mean", mean);
        if (count == 0) {
            return 0;
        }
        if (mean == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (mean >= count + 1) {
            return StrictMath.log1p(-Gamma.regularizedGammaQ(count, mean));
        }
        double term = 1;
        double sum = 1;
        for (int k = 1; k < MAXIMUM_TERMS && term > 1e-17 * sum; k++) {
            term *= mean / (count + k);
            sum += term;
        }
        return count * StrictMath.log(mean) - mean - Gamma.logGamma(count + 1) + StrictMath.log(sum);
    }
}
