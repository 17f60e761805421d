package org.novum.particledecay.scan;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Bins joined in groups about as wide as the resolution, on which smooth functions lose nothing.
 *
 * <p>Design columns are joined once and remembered by identity: all designs of a grid share them.
 */
final class Coarse {
    private final int group;
    private final Map<double[], double[]> means = new IdentityHashMap<>();

    Coarse(int bins, int group) {
        this.group = bins < 40 * group ? 1 : group;
    }

    /** Sums over groups. */
    double[] sum(double[] values) {
        double[] sums = new double[(values.length + group - 1) / group];
        for (int start = 0, into = 0; start < values.length; start += group, into++) {
            double sum = 0;
            for (int bin = start; bin < Math.min(values.length, start + group); bin++) {
                sum += values[bin];
            }
            sums[into] = sum;
        }
        return sums;
    }

    /** Means over groups, remembered for this very array. */
    double[] mean(double[] column) {
        return means.computeIfAbsent(column, this::means);
    }

    private double[] means(double[] values) {
        double[] sums = sum(values);
        for (int bin = 0; bin < sums.length; bin++) {
            sums[bin] /= Math.min(group, values.length - bin * group);
        }
        return sums;
    }
}
