package org.novum.solarflare.score;

/**
 * A score with its bootstrap interval.
 *
 * @param value on all rows
 * @param lower 2.5 % percentile
 * @param upper 97.5 % percentile
 * @param leftOut draws on which the score is not defined, for instance a recall without events; the interval is of the others
 */
public record Estimate(double value, double lower, double upper, int leftOut) {
    /** Of a score that is defined on every draw. */
    public Estimate(double value, double lower, double upper) {
        this(value, lower, upper, 0);
    }

    /** Half the width of the interval, in standard deviations of a normal distribution. */
    public double error() {
        return (upper - lower) / 2 / 1.959963984540054;
    }
}
