package org.novum.particledecay.scan;

import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;

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
    private static final double LARGEST_EXPONENT = 40;

    /** Fits from given coefficients; missing ones start at zero. */
    static BackgroundFit of(Design design, double[] counts, double[] start) {
        int size = design.size();
        double[] theta = Arrays.copyOf(start, size);
        double[] expected = new double[counts.length];
        double[] gradient = new double[size];
        double[] matrix = new double[size * size];
        double objective = objective(design, counts, theta, expected);
        Cholesky information = derivatives(design, counts, theta, new Derivatives(expected, gradient, matrix));
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
            information = derivatives(design, counts, theta, new Derivatives(expected, gradient, matrix));
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
            width += FastMath.exp(design.offset()[bin]);
            total += counts[bin];
        }
        return new double[] {FastMath.log(total / width)};
    }

    private record Derivatives(double[] expected, double[] gradient, double[] matrix) {}

    private static double objective(Design design, double[] counts, double[] theta, double[] expected) {
        double[] exponent = exponent(design, theta);
        double sum = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            double eta = Math.min(LARGEST_EXPONENT, exponent[bin]);
            expected[bin] = Math.max(FastMath.exp(eta), 1e-12);
            sum += expected[bin] - counts[bin] * eta;
        }
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
        return exponent;
    }

    private static Cholesky derivatives(Design design, double[] counts, double[] theta, Derivatives out) {
        int size = design.size();
        double[] weighted = new double[counts.length];
        for (int k = 0; k < size; k++) {
            double[] column = design.columns()[k];
            double gradient = 0;
            for (int bin = 0; bin < weighted.length; bin++) {
                gradient = Math.fma(column[bin], counts[bin] - out.expected[bin], gradient);
                weighted[bin] = column[bin] * out.expected[bin];
            }
            out.gradient[k] = k == 0 ? gradient : gradient - RIDGE * theta[k];
            for (int l = 0; l <= k; l++) {
                out.matrix[k * size + l] = dot(weighted, design.columns()[l]) + (k == l && k > 0 ? RIDGE : 0);
            }
        }
        return Cholesky.of(out.matrix, size);
    }

    /** Four running sums in a fixed order: fast, and the same on every machine. */
    static double dot(double[] left, double[] right) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < left.length; i += 4) {
            first = Math.fma(left[i], right[i], first);
            second = Math.fma(left[i + 1], right[i + 1], second);
            third = Math.fma(left[i + 2], right[i + 2], third);
            fourth = Math.fma(left[i + 3], right[i + 3], fourth);
        }
        for (; i < left.length; i++) {
            first = Math.fma(left[i], right[i], first);
        }
        return (first + second) + (third + fourth);
    }
}
