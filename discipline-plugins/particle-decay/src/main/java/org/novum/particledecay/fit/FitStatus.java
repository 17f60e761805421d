package org.novum.particledecay.fit;

/** How a fit ended. */
public enum FitStatus {
    /** At a minimum inside the box, with a positive definite Hessian. */
    CONVERGED,
    /** At a minimum with at least one parameter at its limit; errors of the others hold with it there. */
    AT_LIMIT,
    /** At a stationary point where the Hessian is not positive definite: the model is degenerate on these data. */
    DEGENERATE,
    /** The iteration limit was reached or no step lowers the function although the distance is not small. */
    NOT_CONVERGED,
    /** The likelihood cannot be evaluated at the start values. */
    IMPOSSIBLE_START;

    /** Whether the minimum can be used. */
    public boolean usable() {
        return switch (this) {
            case CONVERGED, AT_LIMIT -> true;
            case DEGENERATE, NOT_CONVERGED, IMPOSSIBLE_START -> false;
        };
    }
}
