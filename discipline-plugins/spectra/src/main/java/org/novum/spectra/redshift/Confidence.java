package org.novum.spectra.redshift;

import org.novum.spectra.template.SpectralClass;
import org.novum.statistics.math.StableMath;

/**
 * The probability that class and redshift are right, from the difference of evidence to the runner-up.
 *
 * <p>A logistic curve in the logarithm of the difference per class, fitted to cross-validated answers of the scan
 * alone for the training spectra and their copies at a fifth and a tenth of the signal-to-noise ratio.
 */
final class Confidence {
    private Confidence() {}

    static double of(SpectralClass spectralClass, double delta) {
        double x = StableMath.log(Math.max(delta, 0.05));
        double score = switch (spectralClass) {
            case GALAXY -> -0.21 + 1.35 * x;
            case QSO -> -0.16 + 0.77 * x;
            case STAR -> 0.87 + 1.26 * x;
        };
        return 1 / (1 + StableMath.exp(-score));
    }
}
