package org.novum.solarflare.learn;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.novum.api.discipline.StepContext;
import org.novum.statistics.math.StableMath;

/** Negative log likelihood of a generalised linear model with its gradient and Fisher information, over all samples. */
final class Likelihood {
    private static final int BLOCK = 8_192;

    private final Family family;
    private final Design design;
    private final double[] response;

    Likelihood(Family family, Design design, double[] response) {
        this.family = family;
        this.design = design;
        this.response = response;
    }

    /** What is distributed how. */
    enum Family {
        /** 0 or 1 with probability 1 / (1 + exp(-eta)). */
        LOGISTIC,
        /** A count with mean exp(eta). */
        POISSON
    }

    /**
     * Value and derivatives at some coefficients.
     *
     * @param value of the negative log likelihood, up to a constant
     * @param gradient of it
     * @param information lower triangle row by row
     */
    record Point(double value, double[] gradient, double[] information) {
        void add(Point other, double[] sum) {
            sum[0] += other.value;
            add(other.gradient, gradient);
            add(other.information, information);
        }

        private static void add(double[] from, double[] to) {
            for (int i = 0; i < to.length; i++) {
                to[i] += from[i];
            }
        }
    }

    /** Sums blocks of fixed size in their order, whatever thread computed them. */
    Point at(Linear linear, StepContext context) {
        int blocks = (design.rows() + BLOCK - 1) / BLOCK;
        int size = design.columns() + 1;
        Point total = new Point(0, new double[size], new double[size * (size + 1) / 2]);
        double[] value = {0};
        context.map(IntStream.range(0, blocks).boxed().toList(), block -> block(linear, block))
                .forEach(part -> total.add(part, value));
        return new Point(value[0], total.gradient, total.information);
    }

    private Point block(Linear linear, int block) {
        int from = block * BLOCK;
        int count = Math.min(BLOCK, design.rows() - from);
        int columns = design.columns();
        double[] eta = linear.of(new Design(
                Arrays.copyOfRange(design.values(), from * columns, (from + count) * columns), columns));
        double[] exponential = new double[count];
        for (int i = 0; i < count; i++) {
            eta[i] = family == Family.LOGISTIC ? Linear.bounded(eta[i]) : Math.clamp(eta[i], -30, 8);
            exponential[i] = family == Family.LOGISTIC ? -eta[i] : eta[i];
        }
        StableMath.exp(exponential, 0, exponential, 0, count);
        double[] gradient = new double[columns + 1];
        double[] information = new double[(columns + 1) * (columns + 2) / 2];
        double[] sample = new double[columns + 1];
        sample[0] = 1;
        double value = 0;
        for (int i = 0; i < count; i++) {
            double observed = response[from + i];
            double mean;
            double weight;
            switch (family) {
                case LOGISTIC -> {
                    mean = 1 / (1 + exponential[i]);
                    weight = mean * (1 - mean);
                    // -log p(y) = log(1 + exp(-eta)) + (1 - y) eta
                    value += StableMath.log(1 + exponential[i]) + (1 - observed) * eta[i];
                }
                case POISSON -> {
                    mean = exponential[i];
                    weight = mean;
                    value += mean - observed * eta[i];
                }
                default -> throw new IllegalStateException("no such family: " + family);
            }
            System.arraycopy(design.values(), (from + i) * columns, sample, 1, columns);
            accumulate(sample, mean - observed, gradient);
            accumulateSquares(sample, weight, information);
        }
        return new Point(value, gradient, information);
    }

    private static void accumulate(double[] sample, double residual, double[] gradient) {
        for (int i = 0; i < sample.length; i++) {
            gradient[i] += residual * sample[i];
        }
    }

    private static void accumulateSquares(double[] sample, double weight, double[] information) {
        int at = 0;
        for (int i = 0; i < sample.length; i++) {
            double scaled = weight * sample[i];
            for (int j = 0; j <= i; j++) {
                information[at + j] += scaled * sample[j];
            }
            at += i + 1;
        }
    }
}
