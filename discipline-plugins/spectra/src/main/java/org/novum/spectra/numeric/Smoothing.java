package org.novum.spectra.numeric;

import org.novum.statistics.math.StableMath;

/** Weighted means under a Gaussian window. */
public final class Smoothing {
    private Smoothing() {}

    /**
     * The weighted mean around each element.
     *
     * @param values to smooth
     * @param weights of the values
     * @param sigma of the window, in elements
     * @return means; 0 where the window holds no weight
     */
    public static double[] gaussian(double[] values, double[] weights, double sigma) {
        int reach = (int) Math.ceil(4 * sigma);
        double[] kernel = new double[reach + 1];
        for (int i = 0; i <= reach; i++) {
            kernel[i] = StableMath.exp(-0.5 * (i / sigma) * (i / sigma));
        }
        double[] smooth = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            double total = 0;
            for (int j = Math.max(0, i - reach); j <= Math.min(values.length - 1, i + reach); j++) {
                double weight = weights[j] * kernel[Math.abs(i - j)];
                sum += weight * values[j];
                total += weight;
            }
            smooth[i] = total > 0 ? sum / total : 0;
        }
        return smooth;
    }

    /** As {@link #gaussian} with three running means (Wells 1986): as fast for wide windows as for narrow ones. */
    public static double[] wide(double[] values, double[] weights, double sigma) {
        int reach = Math.max(1, (int) Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2));
        double[] sums = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            sums[i] = values[i] * weights[i];
        }
        double[] totals = weights;
        for (int pass = 0; pass < 3; pass++) {
            sums = running(sums, reach);
            totals = running(totals, reach);
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = totals[i] > 0 ? sums[i] / totals[i] : 0;
        }
        return sums;
    }

    private static double[] running(double[] values, int reach) {
        double[] total = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            total[i + 1] = total[i] + values[i];
        }
        double[] sums = new double[values.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = total[Math.min(values.length, i + reach + 1)] - total[Math.max(0, i - reach)];
        }
        return sums;
    }
}
