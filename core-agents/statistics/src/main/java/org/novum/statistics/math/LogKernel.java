package org.novum.statistics.math;

/**
 * Natural logarithm by reduction to m in [sqrt(1/2), sqrt(2)) and the series of artanh.
 *
 * <p>x = 2^k m, f = m - 1, s = f / (2 + f): log(1 + f) = f - (f^2/2 - s (f^2/2 + R)), R = s^2 P(s^2), where P
 * interpolates (2 artanh(s)/s - 2)/s^2 at Chebyshev nodes (absolute error 4e-17); the arrangement, which keeps the
 * rounding error below one ulp, is that of Tang (ACM Trans. Math. Software 16, 1990, 378) and of fdlibm's published
 * method. ln 2 is added in two parts.
 */
final class LogKernel {
    static final long MANTISSA = 0x000f_ffff_ffff_ffffL;
    /** Bits of sqrt(1/2), rounded down: the lowest reduced argument. */
    static final long LOWEST_BITS = 0x3fe6_a09e_0000_0000L;
    /** Moves the mantissa boundary from 1 to sqrt(1/2). */
    static final long SHIFT = 0x3ff0_0000_0000_0000L - LOWEST_BITS;
    /** 2^52 as bits and as a number: or-ing an integer into the mantissa converts it to double. */
    static final long INTEGER_BITS = 0x4330_0000_0000_0000L;

    static final double INTEGER_BIAS = 4503599627370496.0 + 1023;

    static final double P0 = 0.6666666666666666;
    static final double P1 = 0.4000000000000088;
    static final double P2 = 0.2857142857080323;
    static final double P3 = 0.2222222239180047;
    static final double P4 = 0.18181795630884753;
    static final double P5 = 0.15386240205813478;
    static final double P6 = 0.13268759668560612;
    static final double P7 = 0.13086767009948175;

    private static final double TWO_TO_54 = 18014398509481984.0;

    private LogKernel() {}

    static double log(double x) {
        if (x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE) {
            return reduced(x, 0);
        }
        if (x > 0 && x < Double.MIN_NORMAL) {
            return reduced(x * TWO_TO_54, 54);
        }
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return x == Double.POSITIVE_INFINITY ? x : Double.NaN;
    }

    private static double reduced(double x, double scaled) {
        long bits = Double.doubleToRawLongBits(x) + SHIFT;
        double k = Double.longBitsToDouble((bits >>> 52) | INTEGER_BITS) - INTEGER_BIAS - scaled;
        double f = Double.longBitsToDouble((bits & MANTISSA) + LOWEST_BITS) - 1;
        double s = f / (f + 2);
        double z = s * s;
        double p = Math.fma(P7, z, P6);
        p = Math.fma(p, z, P5);
        p = Math.fma(p, z, P4);
        p = Math.fma(p, z, P3);
        p = Math.fma(p, z, P2);
        p = Math.fma(p, z, P1);
        p = Math.fma(p, z, P0);
        double halfSquare = f * 0.5 * f;
        double correction = Math.fma(s, Math.fma(p, z, halfSquare), k * ExpKernel.LN2_LOW);
        return Math.fma(k, ExpKernel.LN2_HIGH, f - (halfSquare - correction));
    }
}
