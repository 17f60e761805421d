package org.novum.solarflare.learn;

import org.novum.api.discipline.StepContext;
import org.novum.statistics.math.StableMath;

/**
 * Platt calibration: a logistic function of the score's log odds.
 *
 * <p>J. Platt, in "Advances in Large Margin Classifiers" (1999) 61; with targets 0 and 1 rather than his smoothed ones,
 * since calibration samples are large here,
 * and with a penalty of 1, so that scores that separate the events perfectly have a calibration too.
 *
 * @param offset of the log odds
 * @param slope of the log odds; 1 with offset 0 changes nothing
 */
public record Platt(double offset, double slope) implements Calibration {
    /** Changes nothing. */
    public static final Platt NONE = new Platt(0, 1);

    /** Fits to probabilities and events, 0 or 1 each. */
    public static Platt fit(double[] probabilities, double[] events, StepContext context) {
        double[] odds = new double[probabilities.length];
        for (int row = 0; row < odds.length; row++) {
            odds[row] = logOdds(probabilities[row]);
        }
        double[] fitted = Regression.logistic(1).fit(new Design(odds, 1), events, context).coefficients();
        return new Platt(fitted[0], fitted[1]);
    }

    @Override
    public double of(double probability) {
        return 1 / (1 + StableMath.exp(-Linear.bounded(offset + slope * logOdds(probability))));
    }

    static double logOdds(double probability) {
        double inside = Math.clamp(probability, 1e-12, 1 - 1e-12);
        return StableMath.log(inside / (1 - inside));
    }
}
