package org.novum.particledecay.search;

import org.novum.statistics.distribution.NormalTail;

/**
 * The CLs upper limit on a yield that is measured with a Gaussian error.
 *
 * <p>A. L. Read, J. Phys. G 28 (2002) 2693; G. Cowan, K. Cranmer, E. Gross, O. Vitells, arXiv:1007.1727, section 3.7: for a
 * Gaussian estimate y ± s the 95 % limit solves (1 - Phi((u - y)/s)) / Phi(u/s - (u - y)/s) = 0.05, which gives
 * u = y + s Phi⁻¹(1 - 0.05 Phi(y/s)).
 */
final class UpperLimit {
    private static final double MISS = 0.05;

    private UpperLimit() {}

    /** The 95 % limit; never negative. */
    static double cls95(double yield, double error) {
        if (error <= 0) {
            return Math.max(0, yield);
        }
        double tail = MISS * NormalTail.cumulative(yield / error);
        return Math.max(0, yield + error * NormalTail.zOf(tail));
    }
}
