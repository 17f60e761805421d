package org.novum.statistics.limit;

import org.apache.commons.math3.special.Gamma;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.internal.Require;

/**
 * Exact CLs upper limit of a counting experiment, ordered by the count, with the background averaged over a gamma
 * distribution of the given mean and standard deviation (Cousins and Highland, NIM A 320 (1992) 331).
 *
 * <p>The average of a Poisson over a gamma distribution is the negative binomial, so no toys are needed: CLs(s) =
 * P(n &lt;= observed | s + b) / P(n &lt;= observed | b). For observed = 0 it is exp(-s) whatever the background, and the 95 %
 * limit is -ln 0.05 = 2.996 counts.
 *
 * @param experiment counts, background and signal expectation; the observed count must be whole
 * @param confidence confidence level, usually 0.95
 */
public record HybridLimit(CountingExperiment experiment, double confidence) {
    /** Checks the domain. */
    public HybridLimit {
        Require.openUnit("confidence", confidence);
        if (experiment.observed() != Math.rint(experiment.observed()) || experiment.observed() > 1e5) {
            throw new StatisticsException("observed count is " + experiment.observed()
                    + "; an exact limit needs a whole count of at most 100,000, else use the asymptotic one");
        }
    }

    /** Returns CLs of a signal strength not below 0. */
    public double confidenceRatio(double signalStrength) {
        Require.nonNegative("signal strength", signalStrength);
        int count = (int) experiment.observed();
        double[] background = backgroundProbabilities(count);
        double backgroundTail = 0;
        double signalTail = 0;
        double signal = signalStrength * experiment.signal();
        for (int k = 0; k <= count; k++) {
            backgroundTail += background[k];
            double atMost = Gamma.regularizedGammaQ(count - k + 1.0, signal);
            signalTail += background[k] * (signal == 0 ? 1 : atMost);
        }
        return signalTail / backgroundTail;
    }

    /** Returns the signal strength that is excluded at exactly the confidence level. */
    public double observed() {
        double start = 1 / experiment.signal();
        return LimitSearch.crossing(this::confidenceRatio, 1 - confidence, start);
    }

    /** Probabilities of 0 … count background events, up to a common factor, scaled so that the largest is 1. */
    private double[] backgroundProbabilities(int count) {
        double[] logarithms = new double[count + 1];
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k <= count; k++) {
            logarithms[k] = logProbability(k);
            largest = Math.max(largest, logarithms[k]);
        }
        for (int k = 0; k <= count; k++) {
            logarithms[k] = StrictMath.exp(logarithms[k] - largest);
        }
        return logarithms;
    }

    private double logProbability(int k) {
        double mean = experiment.background();
        if (mean == 0) {
            return k == 0 ? 0 : Double.NEGATIVE_INFINITY;
        }
        if (experiment.backgroundError() == 0) {
            return k * StrictMath.log(mean) - mean - Gamma.logGamma(k + 1.0);
        }
        double rate = experiment.exposureRatio();
        double shape = experiment.auxiliary();
        return Gamma.logGamma(k + shape) - Gamma.logGamma(shape) - Gamma.logGamma(k + 1.0)
                - shape * StrictMath.log1p(1 / rate) - k * StrictMath.log1p(rate);
    }
}
