package org.novum.particledecay.fit;

import java.util.Arrays;
import org.novum.particledecay.fit.ExtendedLikelihood.Mixture;
import org.novum.particledecay.fit.Objective.Detail;
import org.novum.particledecay.shape.DensityBlock;
import org.novum.statistics.math.StableMath;

/**
 * One thread's arrays and sums for a segment of events.
 *
 * <p>Here and in the densities each loop over the events of a block is a small static method, and the methods that
 * call them have no such loop: the optimising compiler replaces a method at its loop together with all that it calls,
 * which for a whole likelihood takes it longer than a fit of a million events needs.
 */
final class LikelihoodWorkspace {
    static final int BLOCK = DensityBlock.SIZE;

    private final Mixture mixture;
    private final ParameterMap map;
    private final Detail detail;
    private final DensityBlock[] blocks;
    private final double[] rates = new double[BLOCK];
    private final double[] inverse = new double[BLOCK];
    private final double[] logarithms = new double[BLOCK];
    private final double[][] scores;
    private final double[][] weighted;
    private final double[] terms;
    private final CompensatedVector sums;

    LikelihoodWorkspace(Mixture mixture, ParameterMap map, Detail detail) {
        this.mixture = mixture;
        this.map = map;
        this.detail = detail;
        this.blocks = new DensityBlock[mixture.densities().length];
        for (int k = 0; k < blocks.length; k++) {
            blocks[k] = new DensityBlock(mixture.shapeParameters(k));
        }
        boolean outerProducts = detail == Detail.INFORMATION;
        this.scores = outerProducts ? new double[map.freeCount()][BLOCK] : new double[0][];
        this.weighted = outerProducts ? new double[map.freeCount()][BLOCK] : new double[0][];
        this.terms = new double[resultSize(map.freeCount(), detail)];
        this.sums = new CompensatedVector(terms.length);
    }

    /** Sum of logarithms, gradient, and the lower triangle of the information. */
    static int resultSize(int free, Detail detail) {
        return switch (detail) {
            case GRADIENT -> 1 + free;
            case INFORMATION -> 1 + free + free * (free + 1) / 2;
        };
    }

    void add(Sample sample, int from, int count) {
        rates(sample.masses(), from, count);
        StableMath.log(rates, 0, logarithms, 0, count);
        double[] weights = sample.weights();
        if (weights.length == 0) {
            terms[0] = StableMath.sum(logarithms, 0, count);
            invert(rates, inverse, count);
        } else {
            terms[0] = StableMath.dot(logarithms, 0, weights, from, count);
            if (detail == Detail.GRADIENT) {
                divide(weights, from, rates, inverse);
            } else {
                invert(rates, inverse, count);
            }
        }
        switch (detail) {
            case GRADIENT -> gradient(count);
            case INFORMATION -> information(weights, from, count);
        }
        sums.add(terms);
    }

    private void rates(double[] masses, int from, int count) {
        Arrays.fill(rates, 0, count, 0);
        for (int k = 0; k < blocks.length; k++) {
            mixture.densities()[k].evaluate(masses, from, count, blocks[k]);
            addMultiple(mixture.yields()[k], blocks[k].values(), rates, count);
        }
    }

    private void gradient(int count) {
        Arrays.fill(terms, 1, terms.length, 0);
        for (int k = 0; k < blocks.length; k++) {
            int parameter = mixture.firstParameter(k);
            int source = map.sourceOf(parameter);
            if (source >= 0) {
                terms[1 + source] += map.factorOf(parameter) * StableMath.dot(inverse, blocks[k].values(), 0, count);
            }
            for (int j = 0; j < mixture.shapeParameters(k); j++) {
                int shapeSource = map.sourceOf(++parameter);
                if (shapeSource >= 0) {
                    terms[1 + shapeSource] += map.factorOf(parameter)
                            * mixture.yields()[k]
                            * StableMath.dot(inverse, blocks[k].derivative(j), 0, count);
                }
            }
        }
    }

    private void information(double[] weights, int from, int count) {
        scores(count);
        boolean unweighted = weights.length == 0;
        int next = 1 + scores.length;
        for (int j = 0; j < scores.length; j++) {
            double[] left = scores[j];
            if (unweighted) {
                terms[1 + j] = StableMath.sum(left, 0, count);
            } else {
                left = weighted[j];
                multiply(weights, from, scores[j], left);
                terms[1 + j] = StableMath.sum(left, 0, count);
            }
            for (int l = 0; l <= j; l++) {
                terms[next++] = StableMath.dot(left, scores[l], 0, count);
            }
        }
    }

    /** Logarithmic derivatives of the rate, event by event. */
    private void scores(int count) {
        for (double[] score : scores) {
            Arrays.fill(score, 0, count, 0);
        }
        for (int k = 0; k < blocks.length; k++) {
            int parameter = mixture.firstParameter(k);
            accumulate(parameter, 1, blocks[k].values(), count);
            for (int j = 0; j < mixture.shapeParameters(k); j++) {
                accumulate(++parameter, mixture.yields()[k], blocks[k].derivative(j), count);
            }
        }
    }

    private void accumulate(int parameter, double multiple, double[] derivative, int count) {
        int source = map.sourceOf(parameter);
        if (source < 0) {
            return;
        }
        addProducts(multiple * map.factorOf(parameter), derivative, inverse, scores[source]);
    }

    private static void invert(double[] values, double[] target, int count) {
        for (int i = 0; i < count; i++) {
            target[i] = 1 / values[i];
        }
    }

    private static void divide(double[] above, int from, double[] below, double[] target) {
        int count = Math.min(BLOCK, above.length - from);
        for (int i = 0; i < count; i++) {
            target[i] = above[from + i] / below[i];
        }
    }

    private static void multiply(double[] left, int from, double[] right, double[] target) {
        int count = Math.min(BLOCK, left.length - from);
        for (int i = 0; i < count; i++) {
            target[i] = right[i] * left[from + i];
        }
    }

    private static void addMultiple(double factor, double[] values, double[] target, int count) {
        for (int i = 0; i < count; i++) {
            target[i] = Math.fma(factor, values[i], target[i]);
        }
    }

    /** Over the whole block: what lies beyond the events is not summed. */
    private static void addProducts(double factor, double[] left, double[] right, double[] target) {
        for (int i = 0; i < BLOCK; i++) {
            target[i] += factor * left[i] * right[i];
        }
    }

    double[] result() {
        return sums.values();
    }
}
