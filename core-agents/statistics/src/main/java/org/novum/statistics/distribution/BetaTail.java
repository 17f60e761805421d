package org.novum.statistics.distribution;

import org.apache.commons.math3.special.Beta;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.internal.Require;

/**
 * Regularised incomplete beta function I_x(a, b), its logarithm and inverse.
 *
 * <p>Lentz's form of the continued fraction (Abramowitz and Stegun 26.5.8), used on the side where it converges
 * fast. The logarithm is kept throughout, so that values far below 1e-308 remain usable.
 */
public final class BetaTail {
    private static final int MAXIMUM_TERMS = 1_000_000;
    private static final double TINY = 1e-300;

    private BetaTail() {}

    /** Returns ln I_x(a, b) for a, b above 0 and x in [0, 1]. */
    public static double logCumulative(double a, double b, double x) {
        Require.positive("a", a);
        Require.positive("b", b);
        Require.probability("x", x);
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x == 1) {
            return 0;
        }
        if (x < (a + 1) / (a + b + 2)) {
            return logDirect(a, b, StrictMath.log(x), StrictMath.log1p(-x), x);
        }
        double complement = logDirect(b, a, StrictMath.log1p(-x), StrictMath.log(x), 1 - x);
        return StrictMath.log1p(-Math.min(1, StrictMath.exp(complement)));
    }

    /** Returns I_x(a, b). */
    public static double cumulative(double a, double b, double x) {
        Require.probability("x", x);
        if (x > 0 && x < 1 && x >= (a + 1) / (a + b + 2)) {
            double complement = logDirect(b, a, StrictMath.log1p(-x), StrictMath.log(x), 1 - x);
            return -StrictMath.expm1(Math.min(0, complement));
        }
        return StrictMath.exp(logCumulative(a, b, x));
    }

    /** Returns the x with I_x(a, b) = {@code probability}, by bisection to the last bit. */
    public static double quantile(double a, double b, double probability) {
        Require.probability("probability", probability);
        if (probability == 0 || probability == 1) {
            return probability;
        }
        double low = 0;
        double high = 1;
        while (true) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                return middle;
            }
            if (cumulative(a, b, middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    private static double logDirect(double a, double b, double logX, double logComplement, double x) {
        return a * logX + b * logComplement - StrictMath.log(a) - Beta.logBeta(a, b)
                + StrictMath.log(continuedFraction(a, b, x));
    }

    private static double continuedFraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
        double fraction = d;
        for (int m = 1; m <= MAXIMUM_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / awayFromZero(1 + even * d);
            c = awayFromZero(1 + even / c);
            fraction *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / awayFromZero(1 + odd * d);
            c = awayFromZero(1 + odd / c);
            double factor = d * c;
            fraction *= factor;
            if (Math.abs(factor - 1) < 1e-15) {
                return fraction;
            }
        }
        throw new StatisticsException("incomplete beta function did not converge for a=" + a + ", b=" + b + ", x=" + x
                + "; counts this large call for a normal approximation");
    }

    private static double awayFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
