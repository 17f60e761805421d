package org.novum.particledecay.fit;

/**
 * A fitted quantity.
 *
 * @param value best value
 * @param statistical standard deviation within the chosen model, from the Hessian
 * @param lower lower end of the 68.3 % interval, the choice of background included
 * @param upper upper end of it
 */
public record Estimate(double value, double statistical, double lower, double upper) {
    /** Half the length of the interval: the error to quote when one number must do. */
    public double error() {
        return 0.5 * (upper - lower);
    }

    /** A given quantity. */
    static Estimate exact(double value) {
        return new Estimate(value, 0, value, value);
    }
}
