package org.novum.solarflare.learn;

import org.novum.statistics.math.StableMath;

/**
 * A linear predictor: intercept plus coefficients times features.
 *
 * @param coefficients intercept first, then one per feature
 */
public record Linear(double[] coefficients) implements Predictor {
    private static final double STEEPEST = 36;

    @Override
    public double[] logOdds(Design design) {
        return of(design);
    }

    /** The predictor of every sample. */
    public double[] of(Design design) {
        int columns = design.columns();
        if (columns + 1 != coefficients.length) {
            throw new LearnException("the model has " + (coefficients.length - 1) + " features and the data have " + columns
                    + "; use the recipe that the model was trained with");
        }
        double[] values = design.values();
        double[] result = new double[design.rows()];
        for (int row = 0; row < result.length; row++) {
            result[row] = at(values, row * columns);
        }
        return result;
    }

    /** The probability 1 / (1 + exp(-predictor)) of every sample. */
    public double[] probabilities(Design design) {
        return probabilities(of(design));
    }

    /** The probabilities of log odds. */
    public static double[] probabilities(double[] logOdds) {
        double[] result = new double[logOdds.length];
        for (int row = 0; row < result.length; row++) {
            result[row] = -bounded(logOdds[row]);
        }
        StableMath.exp(result, 0, result, 0, result.length);
        for (int row = 0; row < result.length; row++) {
            result[row] = 1 / (1 + result[row]);
        }
        return result;
    }

    /** The rate exp(predictor) of every sample. */
    public double[] rates(Design design) {
        double[] result = of(design);
        for (int row = 0; row < result.length; row++) {
            result[row] = Math.min(result[row], 8);
        }
        StableMath.exp(result, 0, result, 0, result.length);
        return result;
    }

    /** Four partial sums, so that additions need not wait for each other; their order is fixed. */
    private double at(double[] values, int from) {
        double s0 = coefficients[0];
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int count = coefficients.length - 1;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            s0 = Math.fma(coefficients[i + 1], values[from + i], s0);
            s1 = Math.fma(coefficients[i + 2], values[from + i + 1], s1);
            s2 = Math.fma(coefficients[i + 3], values[from + i + 2], s2);
            s3 = Math.fma(coefficients[i + 4], values[from + i + 3], s3);
        }
        for (; i < count; i++) {
            s0 = Math.fma(coefficients[i + 1], values[from + i], s0);
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Keeps probabilities inside (0, 1): beyond, 1 - p is not a number that differs from 1. */
    static double bounded(double predictor) {
        return Math.clamp(predictor, -STEEPEST, STEEPEST);
    }
}
