package org.novum.spectra.numeric;

import java.util.Optional;
import org.novum.statistics.math.StableMath;

/**
 * A well: a constant less a Gaussian.
 *
 * @param depth of the well
 * @param centre from the middle point, in steps
 * @param width standard deviation, in steps
 */
public record InvertedGaussian(double depth, double centre, double width) {
    private static final int ROUNDS = 200;
    private static final double ENOUGH = 1e-9;

    /**
     * The well through values at equal steps by least squares (Levenberg 1944, Quart. Appl. Math. 2, 164; Marquardt 1963, J.
     * SIAM 11, 431).
     *
     * @param values an odd number of them, the least in the middle
     * @return empty if they are not finite or are no well
     */
    public static Optional<InvertedGaussian> through(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double range = most - least;
        if (!(range > 0) || Double.isInfinite(range)) {
            return Optional.empty();
        }
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (values[i] - least) / range;
        }
        double[] found = fitted(scaled);
        double width = Math.abs(found[2]);
        return found[0] > 0 && width > 0.1 && Double.isFinite(found[0] + found[1] + width)
                ? Optional.of(new InvertedGaussian(found[0] * range, found[1], width))
                : Optional.empty();
    }

    /** How far from the centre the value is larger by a rise that is less than the depth, in steps. */
    public double reach(double rise) {
        return width * Math.sqrt(-2 * StableMath.log(1 - rise / depth));
    }

    /** Depth, centre, width and constant. */
    private static double[] fitted(double[] values) {
        double[] best = {1, 0, values.length / 4.0, 1};
        double error = error(values, best);
        double damping = 1e-3;
        for (int round = 0; round < ROUNDS; round++) {
            double[] trial = step(values, best, damping);
            double tried = error(values, trial);
            if (tried < error) {
                double moved = moved(best, trial);
                best = trial;
                error = tried;
                damping = Math.max(damping / 10, 1e-12);
                if (moved < ENOUGH && damping < 1e-6) {
                    break;
                }
            } else {
                damping *= 10;
                if (damping > 1e12) {
                    break;
                }
            }
        }
        return best;
    }

    private static double moved(double[] from, double[] to) {
        double sum = 0;
        for (int k = 0; k < from.length; k++) {
            sum += Math.abs(to[k] - from[k]);
        }
        return sum;
    }

    private static double error(double[] values, double[] at) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double difference = values[i] - at[3] + at[0] * gaussian(at, i - values.length / 2);
            sum += difference * difference;
        }
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
    }

    private static double gaussian(double[] at, double x) {
        double u = (x - at[1]) / at[2];
        return StableMath.exp(-0.5 * u * u);
    }

    private static double[] step(double[] values, double[] at, double damping) {
        double[][] normal = new double[4][4];
        double[] right = new double[4];
        for (int i = 0; i < values.length; i++) {
            double x = i - values.length / 2;
            double g = gaussian(at, x);
            double u = (x - at[1]) / at[2];
            double[] slope = {-g, -at[0] * g * u / at[2], -at[0] * g * u * u / at[2], 1};
            double difference = values[i] - at[3] + at[0] * g;
            for (int k = 0; k < 4; k++) {
                right[k] += slope[k] * difference;
                for (int l = 0; l <= k; l++) {
                    normal[k][l] += slope[k] * slope[l];
                }
            }
        }
        for (int k = 0; k < 4; k++) {
            normal[k][k] = normal[k][k] * (1 + damping) + 1e-14;
        }
        double[] next = at.clone();
        if (!Double.isNaN(Cholesky.factorise(normal))) {
            Cholesky.forward(normal, right);
            Cholesky.backward(normal, right);
            for (int k = 0; k < 4; k++) {
                next[k] += right[k];
            }
        }
        return next;
    }
}
