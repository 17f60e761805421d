package org.novum.solarflare.learn;

import java.util.Optional;
import org.novum.api.discipline.StepContext;

/** A rising function from forecast probabilities to calibrated ones. */
public sealed interface Calibration permits Platt, Isotonic {
    /** The calibrated probability. */
    double of(double probability);

    /** How probabilities are calibrated. */
    enum Kind {
        /** Not at all. */
        NONE,
        /** By a logistic function of the log odds. */
        PLATT,
        /** By a rising step function. */
        ISOTONIC;

        /**
         * Fits.
         *
         * @param probabilities of samples that the forecasting model had not seen
         * @param events 0 or 1 each
         */
        public Optional<Calibration> fit(double[] probabilities, double[] events, StepContext context) {
            return switch (this) {
                case NONE -> Optional.empty();
                case PLATT -> Optional.of(Platt.fit(probabilities, events, context));
                case ISOTONIC -> Optional.of(Isotonic.fit(probabilities, events));
            };
        }
    }
}
