package org.novum.particledecay.scan;

import java.util.IdentityHashMap;
import java.util.Map;
import org.novum.statistics.math.StableMath;

/** A narrow signal of one registered width, the same at every bin of the grid. */
final class Template {
    private static final double REACH = 3.5;

    private final double width;
    private final double[] kernel;
    private final int half;
    private final Map<double[], double[]> smoothed = new IdentityHashMap<>();

    /** The average of Gaussians of the relative widths {@code spread}, scaled by {@code width}. */
    Template(double width, double[] spread, double step) {
        this.width = width;
        double widest = Math.min(2, spread[spread.length - 1]);
        this.half = (int) Math.max(2, Math.ceil(REACH * width * widest / step));
        this.kernel = new double[2 * half + 1];
        for (double relative : spread) {
            double scale = 1 / (width * Math.max(0.2, relative) * Math.sqrt(2));
            for (int i = -half; i <= half; i++) {
                kernel[i + half] += 0.5 / spread.length * (StableMath.erf((i + 0.5) * step * scale)
                        - StableMath.erf((i - 0.5) * step * scale));
            }
        }
    }

    double width() {
        return width;
    }

    int half() {
        return half;
    }

    /** Fraction of the signal in the bin {@code distance} bins from its centre. */
    double at(int distance) {
        return kernel[distance + half];
    }

    /** Σ_i kernel(i−j) values_i for every j; beyond the window there is nothing. */
    double[] convolve(double[] values) {
        return convolve(values, kernel);
    }

    double[] convolveSquare(double[] values) {
        double[] square = new double[kernel.length];
        for (int i = 0; i < square.length; i++) {
            square[i] = kernel[i] * kernel[i];
        }
        return convolve(values, square);
    }

    /** The convolution of a design column, remembered by identity: designs share their columns. */
    double[] smooth(double[] column) {
        return smoothed.computeIfAbsent(column, this::convolve);
    }

    private double[] convolve(double[] values, double[] weights) {
        double[] out = new double[values.length];
        for (int centre = 0; centre < values.length; centre++) {
            int from = Math.max(0, centre - half);
            int to = Math.min(values.length - 1, centre + half);
            double even = 0;
            double odd = 0;
            int i = from;
            for (; i < to; i += 2) {
                even = Math.fma(weights[i - centre + half], values[i], even);
                odd = Math.fma(weights[i + 1 - centre + half], values[i + 1], odd);
            }
            if (i == to) {
                even = Math.fma(weights[i - centre + half], values[i], even);
            }
            out[centre] = even + odd;
        }
        return out;
    }
}
