package org.novum.particledecay.generate;

import org.novum.statistics.math.StableMath;

/** The signal yield that gives a wanted median significance: Cowan, Cranmer, Gross, Vitells (2011), arXiv:1007.1727. */
final class AsimovYield {
    private AsimovYield() {}

    /** Asimov significance of {@code yield} events spread over bins as {@code shape}, on {@code background} per bin. */
    static double significance(double yield, double[] shape, double[] background) {
        double sum = 0;
        for (int bin = 0; bin < shape.length; bin++) {
            double b = Math.max(background[bin], 1e-9);
            double s = yield * shape[bin];
            if (s > 0) {
                sum += 2 * ((s + b) * StableMath.log(1 + s / b) - s);
            }
        }
        return Math.sqrt(Math.max(0, sum));
    }

    /** The expected number of events that gives significance {@code wanted}, by bisection. */
    static double of(double wanted, double[] shape, double[] background) {
        double low = 0;
        double high = 1;
        while (significance(high, shape, background) < wanted) {
            high *= 2;
        }
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (low + high);
            if (significance(middle, shape, background) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }
}
