package org.novum.solarflare.score;

/**
 * A score with its bootstrap interval.
 *
 * @param value on all rows
 * @param lower 2.5 % percentile
 * @param upper 97.5 % percentile
 */
public record Estimate(double value, double lower, double upper) {}
