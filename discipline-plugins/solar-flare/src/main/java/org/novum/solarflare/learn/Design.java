package org.novum.solarflare.learn;

import java.util.Arrays;
import java.util.List;

/**
 * A matrix of features, one row per sample.
 *
 * @param values row by row, as many as rows times columns
 * @param columns features of a sample
 */
public record Design(double[] values, int columns) {
    /** Checks the shape. */
    public Design {
        if (columns < 1 || values.length % columns != 0) {
            throw new LearnException(values.length + " values do not fill rows of " + columns + " features; check the recipe");
        }
    }

    /** A matrix from its columns, each of one value per sample. */
    public static Design ofColumns(List<double[]> features) {
        int columns = features.size();
        int rows = features.getFirst().length;
        double[] values = new double[Math.multiplyExact(rows, columns)];
        for (int column = 0; column < columns; column++) {
            double[] feature = features.get(column);
            for (int row = 0; row < rows; row++) {
                values[row * columns + column] = feature[row];
            }
        }
        return new Design(values, columns);
    }

    /** Number of samples. */
    public int rows() {
        return values.length / columns;
    }

    /** The mean of each feature. */
    public double[] means() {
        double[] means = new double[columns];
        for (int i = 0; i < values.length; i++) {
            means[i % columns] += values[i];
        }
        for (int column = 0; column < columns; column++) {
            means[column] /= rows();
        }
        return means;
    }

    /** The samples of these rows. */
    public Design rows(int[] chosen) {
        double[] picked = new double[chosen.length * columns];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(values, chosen[i] * columns, picked, i * columns, columns);
        }
        return new Design(picked, columns);
    }

    /** The samples of some rows of a vector. */
    public static double[] pick(double[] values, int[] chosen) {
        return Arrays.stream(chosen).mapToDouble(row -> values[row]).toArray();
    }
}
