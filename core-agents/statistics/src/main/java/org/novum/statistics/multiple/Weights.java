package org.novum.statistics.multiple;

import java.util.Arrays;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.evidence.PValues;

/**
 * Prior weights of the hypotheses of a batch, not below 0 and of mean 1 or less, fixed before the data are seen.
 *
 * <p>Genovese, Roeder, Wasserman, Biometrika 93 (2006) 509: every p-value is divided by its weight. A mean below 1 leaves a
 * part of the level unused.
 */
public final class Weights {
    private static final double TOLERANCE = 1e-9;
    private final double[] values;

    private Weights(double[] values) {
        this.values = values;
    }

    /** Returns weights whose mean is 1 or less already. */
    public static Weights of(double... values) {
        double mean = mean(values);
        if (mean > 1 + TOLERANCE) {
            throw new StatisticsException("weights have mean " + mean + "; the error budget allows a mean of 1 (use normalised)");
        }
        return new Weights(values.clone());
    }

    /** Returns the values scaled to mean 1. */
    public static Weights normalised(double... values) {
        double mean = mean(values);
        if (mean == 0) {
            throw new StatisticsException("all weights are 0; give at least one hypothesis a weight above 0");
        }
        return new Weights(Arrays.stream(values).map(value -> value / mean).toArray());
    }

    /** Returns the number of hypotheses. */
    public int size() {
        return values.length;
    }

    /** Returns the weight of hypothesis {@code index}. */
    public double at(int index) {
        return values[index];
    }

    /** Returns min(1, p/weight) for every hypothesis; a weight of 0 gives 1. */
    public PValues apply(PValues p) {
        if (p.size() != values.length) {
            throw new StatisticsException(values.length + " weights for " + p.size() + " p-values; give one for each");
        }
        double[] logarithms = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double weighted = values[i] == 0 ? 0 : p.log10(i) - StrictMath.log10(values[i]);
            logarithms[i] = Math.min(0, weighted);
        }
        return PValues.ofLog10(logarithms);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && values[i] < Double.POSITIVE_INFINITY)) {
                throw new StatisticsException("weight " + i + " is " + values[i] + "; give a finite number not below 0");
            }
            sum += values[i];
        }
        if (values.length == 0) {
            throw new StatisticsException("no weights; give one for each hypothesis");
        }
        return sum / values.length;
    }
}
