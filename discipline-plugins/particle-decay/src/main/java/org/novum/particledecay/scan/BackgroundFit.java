package org.novum.particledecay.scan;

import java.util.Arrays;
import org.novum.statistics.math.StableMath;

/**
 * Maximum-likelihood fit of a log-linear background to binned counts (Poisson regression by Newton's method).
 *
 * @param design the model
 * @param theta fitted coefficients
 * @param expected expected counts per bin
 * @param objective −2 ln L + penalties, up to a constant of the data
 * @param information Fisher information of the coefficients, factored
 */
record BackgroundFit(Design design, double[] theta, double[] expected, double objective, Cholesky information) {
    private static final int MOST_ITERATIONS = 40;
    private static final double CONVERGED = 0.01;
    /** Weak Gaussian prior on every coefficient, so that empty stretches of a spectrum cannot send it to infinity. */
    private static final double RIDGE = 1e-3;
    private static final double LARGEST_EXPONENT = 30;

    /** Fits from given coefficients; missing ones start at zero. */
    static BackgroundFit of(Design design, Coarse coarse, double[] counts, double[] start) {
        int size = design.size();
        double[] theta = Arrays.copyOf(start, size);
        double[] expected = new double[counts.length];
        double[] gradient = new double[size];
        double[] matrix = new double[size * size];
        double objective = objective(design, counts, theta, expected);
        Cholesky information = derivatives(design, counts, theta, new Derivatives(expected, gradient, matrix, coarse));
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double[] step = gradient.clone();
            information.solve(step);
            double decrement = dot(step, gradient);
            double[] next = new double[size];
            double scale = 1;
            double trial = Double.POSITIVE_INFINITY;
            for (int halving = 0; halving < 30 && !(trial <= objective + 1e-9 * Math.abs(objective)); halving++) {
                for (int k = 0; k < size; k++) {
                    next[k] = Math.fma(scale, step[k], theta[k]);
                }
                trial = objective(design, counts, next, expected);
                scale *= 0.5;
            }
            theta = next;
            objective = trial;
            information = derivatives(design, counts, theta, new Derivatives(expected, gradient, matrix, coarse));
            if (decrement < CONVERGED) {
                break;
            }
        }
        return new BackgroundFit(design, theta, expected, objective + design.penalty(), information);
    }

    /** Starting coefficients for a flat density. */
    static double[] flat(Design design, double[] counts) {
        double width = 0;
        double total = 0.5;
        for (int bin = 0; bin < counts.length; bin++) {
            width += StableMath.exp(design.offset()[bin]);
            total += counts[bin];
        }
        return new double[] {StableMath.log(total / width)};
    }

    private record Derivatives(double[] expected, double[] gradient, double[] matrix, Coarse coarse) {}

    private static double objective(Design design, double[] counts, double[] theta, double[] expected) {
        double[] exponent = exponent(design, theta);
        StableMath.exp(exponent, 0, expected, 0, counts.length);
        double sum = StableMath.sum(expected, 0, counts.length) - StableMath.dot(counts, exponent, 0, counts.length);
        double ridge = 0;
        for (int k = 1; k < theta.length; k++) {
            ridge = Math.fma(theta[k], theta[k], ridge);
        }
        return 2 * sum + RIDGE * ridge;
    }

    static double[] exponent(Design design, double[] theta) {
        double[] exponent = design.offset().clone();
        for (int k = 0; k < theta.length; k++) {
            double[] column = design.columns()[k];
            double coefficient = theta[k];
            for (int bin = 0; bin < exponent.length; bin++) {
                exponent[bin] = Math.fma(coefficient, column[bin], exponent[bin]);
            }
        }
        for (int bin = 0; bin < exponent.length; bin++) {
            exponent[bin] = Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, exponent[bin]));
        }
        return exponent;
    }

    private static Cholesky derivatives(Design design, double[] counts, double[] theta, Derivatives out) {
        int size = design.size();
        double[] residual = new double[counts.length];
        for (int bin = 0; bin < residual.length; bin++) {
            residual[bin] = counts[bin] - out.expected[bin];
        }
        double[] expected = out.coarse.sum(out.expected);
        double[] weighted = new double[expected.length];
        for (int k = 0; k < size; k++) {
            double gradient = dot(design.columns()[k], residual);
            out.gradient[k] = k == 0 ? gradient : gradient - RIDGE * theta[k];
            double[] column = out.coarse.mean(design.columns()[k]);
            for (int bin = 0; bin < weighted.length; bin++) {
                weighted[bin] = column[bin] * expected[bin];
            }
            for (int l = 0; l <= k; l++) {
                out.matrix[k * size + l] = dot(weighted, out.coarse.mean(design.columns()[l]))
                        + (k == l && k > 0 ? RIDGE : 0);
            }
        }
        return Cholesky.of(out.matrix, size);
    }

    static double dot(double[] left, double[] right) {
        return StableMath.dot(left, right, 0, left.length);
    }
}
