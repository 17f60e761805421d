package org.novum.statistics.limit;

import org.novum.statistics.StatisticsException;
import org.novum.statistics.internal.Require;

/**
 * A counting experiment: n ~ Poisson(mu s + b), with b constrained by an auxiliary Poisson count m ~ Poisson(tau b).
 *
 * <p>tau = b0/error² and m = tau b0 reproduce a background b0 with standard deviation {@code backgroundError}; an error
 * of 0 fixes the background.
 *
 * @param observed counts; whole for data, fractional for an Asimov data set
 * @param background expected background counts b0
 * @param backgroundError its standard deviation in counts
 * @param signal signal counts expected for mu = 1
 */
public record CountingExperiment(double observed, double background, double backgroundError, double signal)
        implements ProfileLikelihood {
    /** Checks the domain. */
    public CountingExperiment {
        Require.nonNegative("observed counts", observed);
        Require.nonNegative("background", background);
        Require.nonNegative("background error", backgroundError);
        Require.positive("signal", signal);
        if (background == 0 && backgroundError > 0) {
            throw new StatisticsException(
                    "background is 0 with error " + backgroundError + "; give the expected background above 0");
        }
    }

    @Override
    public double bestFit() {
        return (observed - background) / signal;
    }

    @Override
    public double negativeLogLikelihood(double signalStrength) {
        double signalCounts = signalStrength * signal;
        double profiled = profiledBackground(signalStrength);
        double main = poisson(observed, signalCounts + profiled);
        return backgroundError == 0 ? main : main + poisson(auxiliary(), exposureRatio() * profiled);
    }

    @Override
    public CountingExperiment backgroundAsimov() {
        double fitted = profiledBackground(0);
        // The auxiliary measurement moves with the fit, so both its value and its relative error follow.
        double error = backgroundError == 0 ? 0 : Math.sqrt(fitted / exposureRatio());
        return new CountingExperiment(fitted, fitted, error, signal);
    }

    /** Returns the background counts that fit best at a fixed signal strength. */
    public double profiledBackground(double signalStrength) {
        if (backgroundError == 0) {
            return background;
        }
        double signalCounts = signalStrength * signal;
        double scale = 1 + exposureRatio();
        double linear = observed + auxiliary() - scale * signalCounts;
        double root = Math.sqrt(linear * linear + 4 * scale * auxiliary() * signalCounts);
        // The form without cancellation for either sign of the linear term.
        return linear >= 0 ? (linear + root) / (2 * scale) : 2 * auxiliary() * signalCounts / (root - linear);
    }

    /** Returns tau, the exposure of the auxiliary measurement over that of the main one. */
    double exposureRatio() {
        return background / (backgroundError * backgroundError);
    }

    double auxiliary() {
        return exposureRatio() * background;
    }

    private static double poisson(double counts, double mean) {
        return counts == 0 ? mean : mean - counts * StrictMath.log(mean);
    }
}
