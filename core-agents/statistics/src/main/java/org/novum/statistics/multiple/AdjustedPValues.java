package org.novum.statistics.multiple;

import org.novum.statistics.distribution.HarmonicNumbers;
import org.novum.statistics.evidence.PValues;

/**
 * Adjusted p-values: the smallest level at which a procedure would reject each hypothesis.
 *
 * <p>Formed on the logarithmic scale, so that 1e-400 stays 1e-400 times its factor. Same definitions as R's
 * {@code p.adjust}.
 */
public final class AdjustedPValues {
    private AdjustedPValues() {}

    /** Returns min(1, m p). */
    public static PValues bonferroni(PValues p) {
        double[] adjusted = new double[p.size()];
        for (int i = 0; i < adjusted.length; i++) {
            adjusted[i] = Math.min(0, p.log10(i) + StrictMath.log10(p.size()));
        }
        return PValues.ofLog10(adjusted);
    }

    /** Returns Holm's step-down adjustment: running maximum of (m-k+1) p_(k). */
    public static PValues holm(PValues p) {
        int[] order = p.ascending();
        double[] adjusted = new double[order.length];
        double running = Double.NEGATIVE_INFINITY;
        for (int k = 1; k <= order.length; k++) {
            int member = order[k - 1];
            running = Math.max(running, p.log10(member) + StrictMath.log10(order.length - k + 1.0));
            adjusted[member] = Math.min(0, running);
        }
        return PValues.ofLog10(adjusted);
    }

    /** Returns Benjamini and Hochberg's step-up adjustment: running minimum, from the largest, of m p_(k)/k. */
    public static PValues benjaminiHochberg(PValues p) {
        return stepUp(p, p.size());
    }

    /** Returns Benjamini and Yekutieli's adjustment: Benjamini and Hochberg's times H_m. */
    public static PValues benjaminiYekutieli(PValues p) {
        return stepUp(p, p.size() * HarmonicNumbers.of(p.size()));
    }

    private static PValues stepUp(PValues p, double factor) {
        int[] order = p.ascending();
        double[] adjusted = new double[order.length];
        double running = 0;
        for (int k = order.length; k >= 1; k--) {
            int member = order[k - 1];
            running = Math.min(running, p.log10(member) + StrictMath.log10(factor / k));
            adjusted[member] = running;
        }
        return PValues.ofLog10(adjusted);
    }
}
