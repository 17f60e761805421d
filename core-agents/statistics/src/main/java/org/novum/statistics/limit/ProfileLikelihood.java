package org.novum.statistics.limit;

/** A likelihood of one signal strength mu with every nuisance parameter profiled out. */
public interface ProfileLikelihood {
    /**
     * Returns -ln L(mu, profiled nuisances), up to a constant that does not depend on mu.
     *
     * @param signalStrength mu, not below 0
     */
    double negativeLogLikelihood(double signalStrength);

    /** Returns the signal strength of the unconstrained best fit, which may be negative. */
    double bestFit();

    /** Returns the likelihood of the background-only Asimov data set (nuisances at their best fit without signal). */
    ProfileLikelihood backgroundAsimov();

    /**
     * Returns q~ of a tested signal strength: 0 when the best fit lies above it, twice the loss in log-likelihood
     * against the best fit not below 0 otherwise (arXiv:1007.1727, equation 16).
     */
    default double qTilde(double signalStrength) {
        double best = bestFit();
        if (best >= signalStrength) {
            return 0;
        }
        double loss = negativeLogLikelihood(signalStrength) - negativeLogLikelihood(Math.max(0, best));
        return Math.max(0, 2 * loss);
    }
}
