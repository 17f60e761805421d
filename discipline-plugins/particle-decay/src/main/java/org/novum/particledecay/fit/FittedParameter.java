package org.novum.particledecay.fit;

/**
 * A parameter after a fit.
 *
 * @param name component and parameter
 * @param value value at the minimum
 * @param error standard deviation from the inverse Hessian; at a limit, the distance into the box that raises the
 *     negative log-likelihood by one half; 0 for a constant or where it is undetermined
 * @param state what the error means
 */
public record FittedParameter(String name, double value, double error, State state) {
    /** What a fit did with a parameter. */
    public enum State {
        /** Determined by the data. */
        FITTED,
        /** At the edge of its interval. */
        AT_LIMIT,
        /** Given, not fitted. */
        CONSTANT,
        /** The data say nothing of it, such as the mass of a peak without events. */
        UNDETERMINED
    }
}
