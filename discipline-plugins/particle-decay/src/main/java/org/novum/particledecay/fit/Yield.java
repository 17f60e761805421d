package org.novum.particledecay.fit;

/**
 * Expected number of events of a component: start value and allowed interval.
 *
 * @param start value from which a fit starts
 * @param lower lowest allowed value; negative to let a signal yield fluctuate below zero
 * @param upper highest allowed value
 */
public record Yield(double start, double lower, double upper) {
    public Yield {
        if (!(lower <= start && start <= upper)) {
            throw new FitException("a yield starts at " + start + ", outside [" + lower + ", " + upper + "]");
        }
    }

    /** A yield that cannot be negative. */
    public static Yield positive(double start, double events) {
        double upper = 3 * events + 30;
        return new Yield(Math.min(Math.max(start, 0), upper), 0, upper);
    }

    /** A yield that may be negative. */
    public static Yield signed(double start, double events) {
        double limit = 3 * events + 30;
        return new Yield(start, -limit, limit);
    }
}
