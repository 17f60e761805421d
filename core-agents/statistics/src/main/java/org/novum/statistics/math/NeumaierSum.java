package org.novum.statistics.math;

/**
 * Compensated sum after Neumaier (ZAMM 54, 1974, 39), exact to one rounding for sums of moderate length.
 *
 * <p>Not thread-safe: parallel work keeps one partial value per fixed piece and adds the pieces in order.
 */
public final class NeumaierSum {
    private double sum;
    private double compensation;

    /** Adds one term. */
    public void add(double term) {
        double next = sum + term;
        if (Math.abs(sum) >= Math.abs(term)) {
            compensation += (sum - next) + term;
        } else {
            compensation += (term - next) + sum;
        }
        sum = next;
    }

    /** Sum of the terms so far; an infinite or undefined sum is returned as such. */
    public double value() {
        return Double.isFinite(sum) ? sum + compensation : sum;
    }
}
