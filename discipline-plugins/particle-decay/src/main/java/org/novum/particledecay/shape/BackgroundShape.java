package org.novum.particledecay.shape;

/** A smooth spectrum without a peak. */
public sealed interface BackgroundShape extends Shape
        permits Bernstein, Chebyshev, ExponentialPolynomial, LogPolynomial, Threshold, ExponentialBernstein {
    /** Highest order that the polynomial families offer. */
    int HIGHEST_ORDER = 6;

    /** Checks an order. */
    static void requireOrder(String family, int order, int lowest) {
        if (order < lowest || order > HIGHEST_ORDER) {
            throw new ShapeException(family + " offers orders " + lowest + " to " + HIGHEST_ORDER + ", not " + order);
        }
    }
}
