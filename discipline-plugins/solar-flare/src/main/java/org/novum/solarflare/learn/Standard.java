package org.novum.solarflare.learn;

import org.novum.statistics.math.StableMath;

/**
 * Mean and standard deviation of a feature in training samples.
 *
 * @param mean of the training samples
 * @param deviation of the training samples, above 0
 */
public record Standard(double mean, double deviation) {
    /** Of these training samples; a constant feature gets deviation 1. */
    public static Standard of(double[] training) {
        if (training.length == 0) {
            return new Standard(0, 1);
        }
        double mean = StableMath.sum(training, 0, training.length) / training.length;
        double[] squares = new double[training.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = (training[i] - mean) * (training[i] - mean);
        }
        double deviation = Math.sqrt(StableMath.sum(squares, 0, squares.length) / squares.length);
        return new Standard(mean, deviation > 0 ? deviation : 1);
    }

    /** The standardised value; beyond four deviations it stays at four, so that an outlier cannot lead. */
    public double of(double value) {
        return Math.clamp((value - mean) / deviation, -4, 4);
    }
}
