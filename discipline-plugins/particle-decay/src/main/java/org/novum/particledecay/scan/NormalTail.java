package org.novum.particledecay.scan;

import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.FastMath;

/** Tail probabilities of the standard normal distribution far beyond the range of a double. */
final class NormalTail {
    private static final double LN10 = 2.302585092994046;

    private NormalTail() {}

    /** log10 of P(X ≥ z). */
    static double log10OfSignificance(double z) {
        if (z < 8) {
            return FastMath.log10(0.5 * Erf.erfc(z / Math.sqrt(2)));
        }
        // Continued fraction of Mills' ratio: enough terms for ten digits beyond z = 8.
        double fraction = z;
        for (int k = 30; k >= 1; k--) {
            fraction = z + k / fraction;
        }
        return (-0.5 * z * z - FastMath.log(fraction) - 0.5 * FastMath.log(2 * FastMath.PI)) / LN10;
    }

    /** The z with P(X ≥ z) = 10^log10p, by bisection; negative for p above a half. */
    static double significanceOfLog10(double log10p) {
        double low = -9;
        double high = 1e3;
        for (int i = 0; i < 80; i++) {
            double middle = 0.5 * (low + high);
            if (log10OfSignificance(middle) > log10p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }
}
