package org.novum.particledecay.fit;

import java.util.Arrays;
import org.novum.particledecay.shape.Window;
import org.novum.statistics.math.StableMath;

/**
 * Masses inside a window, each with weight one unless stated.
 *
 * <p>The order of the masses is kept: sums over a sample run in it.
 */
public final class Sample {
    private static final double[] UNWEIGHTED = {};

    private final Window window;
    private final double[] masses;
    private final double[] weights;
    private final double total;

    private Sample(Window window, double[] masses, double[] weights) {
        this.window = window;
        this.masses = masses;
        this.weights = weights;
        this.total = weights.length == 0 ? masses.length : StableMath.sum(weights, 0, weights.length);
    }

    /**
     * The masses that lie in the window.
     *
     * @throws FitException if a mass is not a number
     */
    public static Sample of(double[] masses, Window window) {
        double[] kept = new double[masses.length];
        int count = 0;
        for (int i = 0; i < masses.length; i++) {
            if (Double.isNaN(masses[i])) {
                throw new FitException("mass " + i + " of " + masses.length + " is not a number: drop such candidates");
            }
            if (window.contains(masses[i])) {
                kept[count++] = masses[i];
            }
        }
        return new Sample(window, count == kept.length ? kept : Arrays.copyOf(kept, count), UNWEIGHTED);
    }

    /** Weighted masses, all inside the window: expected counts at bin centres, for Asimov data sets. */
    public static Sample weighted(double[] masses, double[] weights, Window window) {
        if (masses.length != weights.length) {
            throw new FitException(masses.length + " masses but " + weights.length + " weights");
        }
        for (double mass : masses) {
            if (!window.contains(mass)) {
                throw new FitException("weighted mass " + mass + " lies outside " + window);
            }
        }
        return new Sample(window, masses.clone(), weights.clone());
    }

    /**
     * The sample pooled into the mean masses of equal bins: for start values, for the choice between models, and for scans
     * with bins far below the resolution. Measured values come from the full sample.
     */
    public Sample pooled(int bins) {
        double[] sums = new double[bins];
        double[] counts = new double[bins];
        double scale = bins / window.width();
        for (int i = 0; i < masses.length; i++) {
            int bin = Math.min((int) ((masses[i] - window.lower()) * scale), bins - 1);
            double weight = weight(i);
            sums[bin] += weight * masses[i];
            counts[bin] += weight;
        }
        int count = 0;
        for (int bin = 0; bin < bins; bin++) {
            if (counts[bin] > 0) {
                sums[count] = window.clamp(sums[bin] / counts[bin]);
                counts[count++] = counts[bin];
            }
        }
        return new Sample(window, Arrays.copyOf(sums, count), Arrays.copyOf(counts, count));
    }

    /** Weights per equal bin of the window. */
    double[] histogram(int bins) {
        double[] counts = new double[bins];
        double scale = bins / window.width();
        for (int i = 0; i < masses.length; i++) {
            counts[Math.min((int) ((masses[i] - window.lower()) * scale), bins - 1)] += weight(i);
        }
        return counts;
    }

    /** Sum of the weights between two masses, the upper one excluded. */
    double count(double lower, double upper) {
        double sum = 0;
        for (int i = 0; i < masses.length; i++) {
            if (masses[i] >= lower && masses[i] < upper) {
                sum += weight(i);
            }
        }
        return sum;
    }

    private double weight(int i) {
        return weights.length == 0 ? 1 : weights[i];
    }

    /** Where the sample lives. */
    public Window window() {
        return window;
    }

    /** Number of entries. */
    public int size() {
        return masses.length;
    }

    /** Sum of weights: the number of events. */
    public double total() {
        return total;
    }

    double[] masses() {
        return masses;
    }

    /** Empty when all weights are one. */
    double[] weights() {
        return weights;
    }
}
