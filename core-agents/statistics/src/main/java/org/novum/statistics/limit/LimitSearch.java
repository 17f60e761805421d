package org.novum.statistics.limit;

import java.util.function.DoubleUnaryOperator;
import org.novum.statistics.StatisticsException;

/** Finds where a CLs curve that falls with the signal strength crosses a level. */
final class LimitSearch {
    private static final int DOUBLINGS = 200;
    private static final double RELATIVE_WIDTH = 1e-12;

    private LimitSearch() {}

    static double crossing(DoubleUnaryOperator curve, double level, double start) {
        double high = start;
        for (int i = 0; curve.applyAsDouble(high) > level; i++) {
            if (i == DOUBLINGS) {
                throw new StatisticsException("CLs stays above " + level + " up to a signal strength of " + high
                        + "; the signal expectation is too small or the likelihood does not fall");
            }
            high *= 2;
        }
        double low = 0;
        while (high - low > RELATIVE_WIDTH * high) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (curve.applyAsDouble(middle) > level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
