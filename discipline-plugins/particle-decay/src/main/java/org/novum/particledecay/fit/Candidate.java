package org.novum.particledecay.fit;

import org.novum.particledecay.shape.BackgroundShape;

/**
 * One choice of peak shapes and background with its fit.
 *
 * @param shapeChoice position in the peaks' candidate lists
 * @param background background family
 * @param fit fit of the model
 * @param penalty correction for the parameters of the choice, added to twice the negative log-likelihood
 */
public record Candidate(int shapeChoice, BackgroundShape background, FitResult fit, double penalty) {
    /** Twice the negative log-likelihood plus penalty; infinite for an unusable fit. */
    public double criterion() {
        return fit.status().usable() ? 2 * fit.negativeLogLikelihood() + penalty : Double.POSITIVE_INFINITY;
    }
}
