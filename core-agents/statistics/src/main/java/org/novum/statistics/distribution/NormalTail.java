package org.novum.statistics.distribution;

import org.apache.commons.math3.special.Erf;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.internal.Require;

/**
 * Upper tail of the standard normal distribution and its inverse, on linear and logarithmic scales.
 *
 * <p>Near the centre the tail comes from the complementary error function; from z = 3 on from Laplace's continued
 * fraction of the Mills ratio, Q(z)/phi(z) = 1/(z + 1/(z + 2/(z + 3/…))) (Abramowitz and Stegun 26.2.14), whose
 * logarithm never underflows. Relative error of the tail below 1e-13 for every representable result, of the logarithm
 * below 1e-14 beyond z = 3.
 */
public final class NormalTail {
    private static final double LN10 = 2.302585092994046;
    private static final double CONTINUED_FRACTION_FROM = 3;
    private static final int CONTINUED_FRACTION_TERMS = 120;
    private static final double LOG_ROOT_TWO_PI = 0.918938533204672741780;
    private static final double INVERSE_ROOT_TWO_PI = 0.398942280401432677940;
    private static final double LOG_HALF = -0.693147180559945309417;
    private static final int NEWTON_STEPS = 100;

    private NormalTail() {}

    /** Returns the density at {@code z}. */
    public static double density(double z) {
        return INVERSE_ROOT_TWO_PI * exponentialOfHalfSquare(z);
    }

    /** Returns P(Z &gt; z); 0 when the result underflows (z above about 38.5). */
    public static double survival(double z) {
        requireNumber(z);
        if (z < CONTINUED_FRACTION_FROM) {
            return 0.5 * Erf.erfc(z * Math.sqrt(0.5));
        }
        return z == Double.POSITIVE_INFINITY ? 0 : density(z) * millsRatio(z);
    }

    /** Returns ln P(Z &gt; z), finite for every finite z. */
    public static double logSurvival(double z) {
        requireNumber(z);
        if (z < 0) {
            return StrictMath.log1p(-survival(-z));
        }
        if (z < CONTINUED_FRACTION_FROM) {
            return StrictMath.log(survival(z));
        }
        if (z == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        return -0.5 * z * z - LOG_ROOT_TWO_PI + StrictMath.log(millsRatio(z));
    }

    /** Returns P(Z &lt;= z). */
    public static double cumulative(double z) {
        return survival(-z);
    }

    /**
     * Returns the z whose upper tail is {@code p}.
     *
     * @param p probability in [0, 1]; 0 gives plus, 1 gives minus infinity
     */
    public static double zOf(double p) {
        Require.probability("p", p);
        if (p > 0.5) {
            // 1 - p is exact here, while ln p would keep few digits of a p next to 1.
            return -zOf(1 - p);
        }
        return p < Double.MIN_NORMAL ? zOfLogUpperHalf(StrictMath.log(p)) : NormalQuantile.ofUpperTail(p);
    }

    /**
     * Returns the z whose upper tail has natural logarithm {@code logP}.
     *
     * @param logP at most 0; minus infinity gives plus infinity
     */
    public static double zOfLog(double logP) {
        if (!(logP <= 0)) {
            throw new StatisticsException("log p is " + logP + "; the logarithm of a probability is at most 0");
        }
        if (logP > LOG_HALF) {
            return -zOfLogUpperHalf(StrictMath.log(-StrictMath.expm1(logP)));
        }
        return zOfLogUpperHalf(logP);
    }

    /** The decimal logarithm of the upper tail beyond {@code z}. */
    public static double log10Survival(double z) {
        return logSurvival(z) / LN10;
    }

    /** The z whose upper tail has decimal logarithm {@code log10P}, at most 0. */
    public static double zOfLog10(double log10P) {
        return zOfLog(log10P * LN10);
    }

    /**
     * Newton's method on ln Q(z) = logP. The function is concave and falling, so the steps approach the root from the
     * right without overshoot, whatever the start.
     */
    private static double zOfLogUpperHalf(double logP) {
        if (logP == Double.NEGATIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double z = Math.sqrt(Math.max(0, -2 * (logP - LOG_HALF)));
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double change = (logSurvival(z) - logP) * hazardInverse(z);
            z += change;
            if (Math.abs(change) <= 4e-16 * Math.max(1, Math.abs(z))) {
                return z;
            }
        }
        return z;
    }

    /** Q/phi, the inverse of the hazard rate. */
    private static double hazardInverse(double z) {
        return z < CONTINUED_FRACTION_FROM ? survival(z) / density(z) : millsRatio(z);
    }

    private static double millsRatio(double z) {
        double tail = z;
        for (int term = CONTINUED_FRACTION_TERMS; term >= 1; term--) {
            tail = z + term / tail;
        }
        return 1 / tail;
    }

    /** exp(-z²/2) with the rounding error of z² carried along, so that the far tail keeps its digits. */
    private static double exponentialOfHalfSquare(double z) {
        double square = z * z;
        if (square > 1500) {
            return 0;
        }
        double error = Math.fma(z, z, -square);
        return StrictMath.exp(-0.5 * square) * (1 - 0.5 * error);
    }

    private static void requireNumber(double z) {
        if (Double.isNaN(z)) {
            throw new StatisticsException("z is NaN; give a number of standard deviations");
        }
    }
}
