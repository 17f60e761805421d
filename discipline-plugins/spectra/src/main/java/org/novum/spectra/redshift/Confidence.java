package org.novum.spectra.redshift;

import org.novum.spectra.numeric.LogisticCurve;
import org.novum.spectra.template.SpectralClass;
import org.novum.statistics.math.StableMath;

/**
 * The probability that class and redshift are right, from two estimators that have only the pixels in common.
 *
 * <p>A logistic curve per class in the logarithm of the evidence's difference to the runner-up, in units of the best
 * fit's chi-square per pixel where that exceeds 1, and in whether, and how clearly, the lines agree. Fitted to cross-validated
 * answers for the training spectra and their copies at a third, a fifth, a tenth and a twentieth of the signal-to-noise
 * ratio; {@code spectra.evaluate} fits such curves anew, beside these.
 */
public final class Confidence {
    private static final double LEAST = 0.05;

    /** Nothing in the spectrum decides between two classes, or the lines refuse what the templates say. */
    private static final double EITHER = 0.5;

    private static final LogisticCurve GALAXY = new LogisticCurve(new double[] {-1.14, 1.37, 0.43, 0.38});
    private static final LogisticCurve QSO = new LogisticCurve(new double[] {-0.81, 0.25, 1.53, 2.27});
    private static final LogisticCurve STAR = new LogisticCurve(new double[] {1.26, 0.91, 0.05, 0.03});

    private Confidence() {}

    /**
     * What a curve is a function of: logarithm of the difference, whether the lines agree, and their margin over 10.
     *
     * @param delta difference of evidence to the runner-up, over the chi-square per pixel
     */
    public static double[] features(double delta, LineAgreement lines) {
        return new double[] {
            StableMath.log(Math.max(delta, LEAST)), lines.agrees() ? 1 : 0, lines.support() / 10
        };
    }

    static double of(SpectralClass spectralClass, double delta, LineAgreement lines) {
        LogisticCurve curve = switch (spectralClass) {
            case GALAXY -> GALAXY;
            case QSO -> QSO;
            case STAR -> STAR;
        };
        return curve.probability(features(delta, lines));
    }

    /** The confidence of an answer whose class is a matter of convention, or that the lines refuse. */
    static double either(double confidence) {
        return Math.min(confidence, EITHER);
    }
}
