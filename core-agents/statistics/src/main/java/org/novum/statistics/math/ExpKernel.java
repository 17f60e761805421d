package org.novum.statistics.math;

/**
 * Exponential by argument reduction to |r| at most ln(2)/2 and a polynomial of degree 12.
 *
 * <p>x = k ln 2 + r with ln 2 in two parts (Cody and Waite, <i>Software Manual for the Elementary Functions</i>,
 * 1980); exp(r) = 1 + r + r^2 q(r), where q interpolates at Chebyshev nodes (absolute error of exp(r) 3e-19). The
 * factor 2^k is applied in two halves, so that subnormal results are rounded once and overflow gives infinity.
 */
final class ExpKernel {
    static final double LOG2_E = 1.4426950408889634;
    /** High part of ln 2 with 20 trailing zero bits: its products with |k| at most 1,100 are exact. */
    static final double LN2_HIGH = 0.6931471804855391;

    static final double LN2_LOW = 7.440617110012397e-11;
    /** Adding and subtracting 1.5 * 2^52 rounds to the nearest integer, ties to even. */
    static final double ROUNDER = 6755399441055744.0;
    /** Rounder that leaves the biased exponent in the low bits. */
    static final double EXPONENT_ROUNDER = ROUNDER + 1023;

    static final double LOWEST = -760;
    static final double HIGHEST = 760;
    /** Largest magnitude of arguments whose results are far from the limits of normal numbers. */
    private static final double ORDINARY = 700;

    static final double Q0 = 0.5;
    static final double Q1 = 0.1666666666666667;
    static final double Q2 = 0.04166666666666667;
    static final double Q3 = 0.008333333333326136;
    static final double Q4 = 0.0013888888888883748;
    static final double Q5 = 0.00019841269874820627;
    static final double Q6 = 2.4801587325547743e-05;
    static final double Q7 = 2.7557255400206422e-06;
    static final double Q8 = 2.75572736431103e-07;
    static final double Q9 = 2.5105217004720745e-08;
    static final double Q10 = 2.0914686968086876e-09;

    private ExpKernel() {}

    static double exp(double argument) {
        if (Math.abs(argument) <= ORDINARY) {
            // 2^k is normal and so is the result: one exact factor has the bits of two.
            double k = Math.fma(argument, LOG2_E, ROUNDER) - ROUNDER;
            return reduced(argument, k) * powerOfTwo(k);
        }
        double x = Math.min(Math.max(argument, LOWEST), HIGHEST);
        double k = Math.fma(x, LOG2_E, ROUNDER) - ROUNDER;
        double half = (k * 0.5 + ROUNDER) - ROUNDER;
        return reduced(x, k) * powerOfTwo(half) * powerOfTwo(k - half);
    }

    private static double reduced(double x, double k) {
        double r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, x));
        double q = Math.fma(Q10, r, Q9);
        q = Math.fma(q, r, Q8);
        q = Math.fma(q, r, Q7);
        q = Math.fma(q, r, Q6);
        q = Math.fma(q, r, Q5);
        q = Math.fma(q, r, Q4);
        q = Math.fma(q, r, Q3);
        q = Math.fma(q, r, Q2);
        q = Math.fma(q, r, Q1);
        q = Math.fma(q, r, Q0);
        return Math.fma(q, r * r, r) + 1;
    }

    private static double powerOfTwo(double exponent) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(exponent + EXPONENT_ROUNDER) << 52);
    }
}
