package org.novum.statistics.multiple;

import org.novum.statistics.evidence.EValues;
import org.novum.statistics.internal.Require;

/**
 * The e-BH procedure of Wang and Ramdas, J. R. Stat. Soc. B 84 (2022) 822, arXiv:2009.02824: reject the k largest
 * e-values for the largest k with e_[k] at least m/(k alpha). False discovery rate under any dependence.
 *
 * @param alpha promised false discovery rate
 */
public record EBenjaminiHochberg(double alpha) {
    /** Checks the level. */
    public EBenjaminiHochberg {
        Require.openUnit("alpha", alpha);
    }

    /** Returns which hypotheses are rejected. */
    public Rejections decide(EValues e) {
        int[] order = e.descending();
        for (int k = order.length; k >= 1; k--) {
            if (e.members().get(order[k - 1]).atLeast(order.length / (k * alpha))) {
                return Rejections.ofFirst(order, k);
            }
        }
        return Rejections.ofFirst(order, 0);
    }
}
