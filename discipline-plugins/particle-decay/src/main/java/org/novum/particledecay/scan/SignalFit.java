package org.novum.particledecay.scan;

import java.util.Arrays;
import org.novum.statistics.math.StableMath;

/**
 * Joint maximum-likelihood fit of a background and one narrow signal at a fixed place and width (Fisher scoring).
 *
 * @param background the background beside the signal, as fitted together with it
 * @param centre bin of the signal's centre
 * @param template the signal's shape
 * @param yield fitted number of signal candidates
 * @param objective −2 ln L + penalties, up to the same constant as {@link BackgroundFit#objective()}
 * @param bonus what the prior of masses adds to the statistic at this place
 */
record SignalFit(
        BackgroundFit background, int centre, Template template, double yield, double objective, double bonus) {
    private static final int MOST_ITERATIONS = 12;
    private static final double CONVERGED = 0.01;

    /** The objective that the prior of masses ranks by. */
    double weighted() {
        return objective - bonus;
    }

    static SignalFit of(BackgroundFit start, ScoreField.Candidate candidate, double[] counts) {
        return new Fitter(start, candidate, counts).run();
    }

    /** The working arrays of one fit. */
    private static final class Fitter {
        private final BackgroundFit start;
        private final Design design;
        private final ScoreField.Candidate candidate;
        private final double[] counts;
        private final int size;
        private final int from;
        private final int to;
        private double[] theta;
        private double yield;
        private double[] background;
        private double[] expected;

        Fitter(BackgroundFit start, ScoreField.Candidate candidate, double[] counts) {
            this.start = start;
            this.design = start.design();
            this.candidate = candidate;
            this.counts = counts;
            this.size = design.size() + 1;
            this.from = Math.max(0, candidate.bin() - candidate.template().half());
            this.to = Math.min(counts.length - 1, candidate.bin() + candidate.template().half());
            this.theta = start.theta().clone();
            this.background = start.expected().clone();
            this.expected = start.expected().clone();
            this.yield = candidate.yield();
        }

        SignalFit run() {
            double objective = evaluate(theta, yield);
            for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
                double[] gradient = new double[size];
                double[] step = scoringStep(gradient);
                double decrement = BackgroundFit.dot(step, gradient);
                double scale = 1;
                double before = objective;
                double[] oldTheta = theta;
                double oldYield = yield;
                for (int halving = 0; halving < 12; halving++) {
                    double[] next = oldTheta.clone();
                    for (int k = 0; k < next.length; k++) {
                        next[k] += scale * step[k];
                    }
                    objective = evaluate(next, Math.max(0, oldYield + scale * step[size - 1]));
                    if (objective <= before + 1e-9 * Math.abs(before)) {
                        break;
                    }
                    scale *= 0.5;
                }
                if (decrement < CONVERGED) {
                    break;
                }
            }
            double total = objective + design.penalty();
            BackgroundFit beside = new BackgroundFit(design, theta, background, total, start.information());
            return new SignalFit(beside, candidate.bin(), candidate.template(), yield, total, candidate.bonus());
        }

        private double evaluate(double[] coefficients, double signal) {
            theta = coefficients;
            yield = signal;
            double[] logarithm = BackgroundFit.exponent(design, coefficients);
            StableMath.exp(logarithm, 0, background, 0, counts.length);
            System.arraycopy(background, 0, expected, 0, counts.length);
            for (int bin = from; bin <= to; bin++) {
                expected[bin] = Math.fma(signal, candidate.template().at(bin - candidate.bin()), background[bin]);
            }
            StableMath.log(expected, from, logarithm, from, to - from + 1);
            double sum = StableMath.sum(expected, 0, counts.length)
                    - StableMath.dot(counts, logarithm, 0, counts.length);
            double ridge = 0;
            for (int k = 1; k < coefficients.length; k++) {
                ridge = Math.fma(coefficients[k], coefficients[k], ridge);
            }
            return 2 * sum + 1e-3 * ridge;
        }

        private double[] scoringStep(double[] gradient) {
            double[][] derivatives = new double[size][];
            double[] weight = new double[counts.length];
            double[] residual = new double[counts.length];
            for (int bin = 0; bin < counts.length; bin++) {
                weight[bin] = 1 / expected[bin];
                residual[bin] = counts[bin] * weight[bin] - 1;
            }
            for (int k = 0; k < size - 1; k++) {
                double[] column = design.columns()[k];
                double[] derivative = new double[counts.length];
                for (int bin = 0; bin < counts.length; bin++) {
                    derivative[bin] = column[bin] * background[bin];
                }
                derivatives[k] = derivative;
            }
            double[] shape = new double[counts.length];
            for (int bin = from; bin <= to; bin++) {
                shape[bin] = candidate.template().at(bin - candidate.bin());
            }
            derivatives[size - 1] = shape;
            double[] matrix = new double[size * size];
            for (int k = 0; k < size; k++) {
                gradient[k] = BackgroundFit.dot(derivatives[k], residual);
                double[] weighted = new double[counts.length];
                for (int bin = 0; bin < counts.length; bin++) {
                    weighted[bin] = derivatives[k][bin] * weight[bin];
                }
                for (int l = 0; l <= k; l++) {
                    matrix[k * size + l] = BackgroundFit.dot(weighted, derivatives[l]);
                }
                if (k > 0 && k < size - 1) {
                    gradient[k] -= 1e-3 * theta[k];
                    matrix[k * size + k] += 1e-3;
                }
            }
            double[] step = Arrays.copyOf(gradient, size);
            Cholesky.of(matrix, size).solve(step);
            return step;
        }
    }
}
