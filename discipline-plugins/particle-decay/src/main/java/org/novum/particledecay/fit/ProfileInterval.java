package org.novum.particledecay.fit;

/**
 * Interval of one parameter from the profile likelihood, the others refitted at every step (the method of MINOS).
 *
 * @param parameter name
 * @param value value at the minimum
 * @param lower where the negative log-likelihood has risen by half the squared number of standard deviations, or the
 *     parameter's limit
 * @param upper the same above
 */
public record ProfileInterval(String parameter, double value, double lower, double upper) {
    private static final int MOST_STEPS = 40;
    private static final double PRECISION = 1e-3;

    /**
     * Finds the interval.
     *
     * @param fitter sample
     * @param fit complete fit of it
     * @param parameter a fitted parameter
     * @param deviations number of standard deviations, such as 1
     */
    public static ProfileInterval of(MixtureFit fitter, FitResult fit, String parameter, double deviations) {
        if (fit.parameter(parameter).state() != FittedParameter.State.FITTED) {
            throw new FitException(parameter + " was not fitted: " + fit.parameter(parameter).state());
        }
        double rise = 0.5 * deviations * deviations;
        return new ProfileInterval(
                parameter,
                fit.value(parameter),
                end(fitter, fit, parameter, new Target(rise, -deviations * fit.error(parameter))),
                end(fitter, fit, parameter, new Target(rise, deviations * fit.error(parameter))));
    }

    private record Target(double rise, double firstStep) {}

    /** Brackets the crossing by doubling, then halves the bracket with secant steps. */
    private static double end(MixtureFit fitter, FitResult fit, String parameter, Target target) {
        ModelParameter p = fit.model().parameter(parameter);
        double centre = fit.value(parameter);
        double inside = 0;
        double insideRise = -target.rise;
        double outside = target.firstStep;
        double outsideRise = rise(fitter, fit, parameter, centre + outside) - target.rise;
        int steps = 0;
        while (outsideRise < 0 && steps++ < MOST_STEPS) {
            inside = outside;
            insideRise = outsideRise;
            outside *= 1.5;
            if (centre + outside < p.lower() || centre + outside > p.upper()) {
                return outside < 0 ? p.lower() : p.upper();
            }
            outsideRise = rise(fitter, fit, parameter, centre + outside) - target.rise;
        }
        while (steps++ < MOST_STEPS && Math.abs(outside - inside) > PRECISION * Math.abs(target.firstStep)) {
            double secant = outsideRise == Double.POSITIVE_INFINITY
                    ? 0.5 * (inside + outside)
                    : inside - insideRise * (outside - inside) / (outsideRise - insideRise);
            double margin = 0.02 * (outside - inside);
            double low = Math.min(inside + margin, outside - margin);
            double high = Math.max(inside + margin, outside - margin);
            double next = Math.min(Math.max(secant, low), high);
            double nextRise = rise(fitter, fit, parameter, centre + next) - target.rise;
            if (Math.abs(nextRise) < PRECISION * target.rise) {
                return centre + next;
            }
            if (nextRise < 0) {
                inside = next;
                insideRise = nextRise;
            } else {
                outside = next;
                outsideRise = nextRise;
            }
        }
        return centre + 0.5 * (inside + outside);
    }

    private static double rise(MixtureFit fitter, FitResult fit, String parameter, double value) {
        FitResult profile = fitter.minimise(fit.model().fix(parameter, value));
        return profile.negativeLogLikelihood() - fit.negativeLogLikelihood();
    }
}
