package org.novum.particledecay.fit;

import java.util.Arrays;
import org.novum.particledecay.fit.ExtendedLikelihood.Mixture;
import org.novum.particledecay.fit.Objective.Detail;
import org.novum.particledecay.shape.DensityBlock;
import org.novum.statistics.math.StableMath;

/** One thread's arrays and sums for a segment of events. */
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
            for (int i = 0; i < count; i++) {
                inverse[i] = 1 / rates[i];
            }
        } else {
            terms[0] = StableMath.dot(logarithms, 0, weights, from, count);
            for (int i = 0; i < count; i++) {
                inverse[i] = weights[from + i] / rates[i];
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
            double yield = mixture.yields()[k];
            double[] values = blocks[k].values();
            for (int i = 0; i < count; i++) {
                rates[i] = Math.fma(yield, values[i], rates[i]);
            }
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
                for (int i = 0; i < count; i++) {
                    left[i] = scores[j][i] * weights[from + i];
                }
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
        for (int i = 0; i < count; i++) {
            inverse[i] = 1 / rates[i];
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
        double factor = multiple * map.factorOf(parameter);
        double[] score = scores[source];
        for (int i = 0; i < count; i++) {
            score[i] += factor * derivative[i] * inverse[i];
        }
    }

    double[] result() {
        return sums.values();
    }
}
