package org.novum.statistics.multiple;

import java.util.function.IntToDoubleFunction;
import org.novum.statistics.evidence.PValues;

/** The step shared by the batch procedures: sort, then find how many of the smallest p-values fall. */
public final class StepUp {
    private StepUp() {}

    /** Rejects the k smallest p-values for the largest k with p_(k) at most {@code threshold(k)}, k from 1. */
    public static Rejections largest(PValues p, IntToDoubleFunction threshold) {
        int[] order = p.ascending();
        for (int k = order.length; k >= 1; k--) {
            if (p.atMost(order[k - 1], threshold.applyAsDouble(k))) {
                return Rejections.ofFirst(order, k);
            }
        }
        return Rejections.ofFirst(order, 0);
    }

    /** Rejects the smallest p-values one by one until the first with p_(k) above {@code threshold(k)}. */
    static Rejections untilFirstAbove(PValues p, IntToDoubleFunction threshold) {
        int[] order = p.ascending();
        int k = 0;
        while (k < order.length && p.atMost(order[k], threshold.applyAsDouble(k + 1))) {
            k++;
        }
        return Rejections.ofFirst(order, k);
    }
}
