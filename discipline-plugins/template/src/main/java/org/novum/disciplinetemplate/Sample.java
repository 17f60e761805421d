package org.novum.disciplinetemplate;

import java.util.Arrays;

/**
 * Number, mean and variance of a sample.
 *
 * @param count of values
 * @param mean 0 without values
 * @param variance with n - 1 in the denominator; 0 below two values
 */
record Sample(int count, double mean, double variance) {
    /** Of these values; sorting them first makes every bit of the result independent of the order of rows. */
    static Sample of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return new Sample(0, 0, 0);
        }
        double sum = 0;
        for (double value : sorted) {
            sum += value;
        }
        double mean = sum / sorted.length;
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        return new Sample(sorted.length, mean, sorted.length < 2 ? 0 : squares / (sorted.length - 1));
    }

    /** Variance of the mean. */
    double varianceOfMean() {
        return variance / count;
    }

    /** Standard error of the mean. */
    double standardError() {
        return Math.sqrt(varianceOfMean());
    }
}
