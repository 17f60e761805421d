package org.novum.spectra.redshift;

import org.novum.spectra.template.SpectralClass;
import org.novum.statistics.math.StableMath;

/**
 * The probability that class and redshift are right, from two estimators that have only the pixels in common.
 *
 * <p>A logistic curve per class in the logarithm of the evidence's difference to the runner-up, in units of the best
 * fit's chi-square per pixel where that exceeds 1, and in whether, and how clearly, the lines agree. Fitted to cross-validated
 * answers for the training spectra and their copies at a third, a fifth, a tenth and a twentieth of the signal-to-noise
 * ratio.
 */
final class Confidence {
    private static final double LEAST = 0.05;

    /** A quasar's or a galaxy's spectrum: nothing in it decides which. */
    private static final double EITHER = 0.5;

    private Confidence() {}

    static double of(SpectralClass spectralClass, double delta, LineAgreement lines) {
        double x = StableMath.log(Math.max(delta, LEAST));
        double agrees = lines.agrees() ? 1 : 0;
        double support = lines.support() / 10;
        double score = switch (spectralClass) {
            case GALAXY -> -1.14 + 1.37 * x + 0.43 * agrees + 0.38 * support;
            case QSO -> -0.81 + 0.25 * x + 1.53 * agrees + 2.27 * support;
            case STAR -> 1.26 + 0.91 * x + 0.05 * agrees + 0.03 * support;
        };
        return 1 / (1 + StableMath.exp(-score));
    }

    /** The confidence of an answer whose class is a matter of convention. */
    static double either(double confidence) {
        return Math.min(confidence, EITHER);
    }
}
