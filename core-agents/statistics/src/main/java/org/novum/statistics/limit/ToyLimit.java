package org.novum.statistics.limit;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.jspecify.annotations.Nullable;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.internal.Require;

/**
 * CLs upper limit of a counting experiment with the distribution of q~ taken from toys.
 *
 * <p>The frequentist recipe of the LHC (ATL-PHYS-PUB-2011-11 / CMS NOTE-2011/005): main and auxiliary counts are both
 * drawn, with the background at its best fit for the tested signal strength. Every tested strength uses the same seed,
 * so the result is a function of data, toys and seed alone.
 *
 * @param experiment counts, background and signal expectation
 * @param confidence confidence level, usually 0.95
 * @param toys toys per hypothesis and tested signal strength
 * @param seed seed of the generator
 */
public record ToyLimit(CountingExperiment experiment, double confidence, int toys, long seed) {
    private static final double RELATIVE_WIDTH = 1e-4;

    /** Checks the domain. */
    public ToyLimit {
        Require.openUnit("confidence", confidence);
        Require.atLeast("toys", toys, 100);
    }

    /**
     * CLs with its parts.
     *
     * @param signalTail fraction of signal-plus-background toys at least as far from the signal as the data
     * @param backgroundTail the same fraction of background-only toys
     * @param standardError binomial standard error of the ratio
     */
    public record Ratio(double signalTail, double backgroundTail, double standardError) {
        /** Returns CLs. */
        public double value() {
            return signalTail / backgroundTail;
        }
    }

    /** Returns CLs of a signal strength above 0. */
    public Ratio confidenceRatio(double signalStrength) {
        Require.positive("signal strength", signalStrength);
        double observed = experiment.qTilde(signalStrength);
        double signalTail = tail(signalStrength, signalStrength, observed);
        double backgroundTail = tail(signalStrength, 0, observed);
        if (backgroundTail == 0) {
            throw new StatisticsException("none of " + toys + " background toys is as signal-poor as the data at mu="
                    + signalStrength + "; use more toys");
        }
        double ratio = signalTail / backgroundTail;
        double relative = Math.sqrt((1 - signalTail) / (toys * Math.max(signalTail, 1.0 / toys))
                + (1 - backgroundTail) / (toys * backgroundTail));
        return new Ratio(signalTail, backgroundTail, ratio * relative);
    }

    /** Returns the signal strength that is excluded at the confidence level, to one part in ten thousand. */
    public double observed() {
        double level = 1 - confidence;
        double high = 1 / experiment.signal();
        while (confidenceRatio(high).value() > level) {
            high *= 2;
        }
        double low = 0;
        while (high - low > RELATIVE_WIDTH * high) {
            double middle = 0.5 * (low + high);
            if (confidenceRatio(middle).value() > level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /** Fraction of toys of the true strength whose q~ at the tested strength is at least the observed one. */
    private double tail(double tested, double truth, double observed) {
        RandomGenerator random = new Well19937c(seed);
        double background = experiment.profiledBackground(truth);
        Counts main = new Counts(random, truth * experiment.signal() + background);
        boolean constrained = experiment.backgroundError() > 0;
        Counts auxiliary = new Counts(random, constrained ? experiment.exposureRatio() * background : 0);
        int reached = 0;
        for (int toy = 0; toy < toys; toy++) {
            double q = toyExperiment(main.draw(), auxiliary.draw()).qTilde(tested);
            // Counts are discrete: a toy equal to the data must not fall on the far side by rounding.
            reached += q >= observed - 1e-9 * (1 + observed) ? 1 : 0;
        }
        return (double) reached / toys;
    }

    private CountingExperiment toyExperiment(int counts, int auxiliaryCounts) {
        if (experiment.backgroundError() == 0) {
            return new CountingExperiment(counts, experiment.background(), 0, experiment.signal());
        }
        double ratio = experiment.exposureRatio();
        // An auxiliary count of 0 would leave no width to the constraint; half a count is the customary floor.
        double background = Math.max(0.5, auxiliaryCounts) / ratio;
        return new CountingExperiment(counts, background, Math.sqrt(background / ratio), experiment.signal());
    }

    /** Poisson counts of a mean that may be 0, which the library's distribution refuses. */
    private static final class Counts {
        private final @Nullable PoissonDistribution distribution;

        Counts(RandomGenerator random, double mean) {
            distribution = mean == 0
                    ? null
                    : new PoissonDistribution(
                            random,
                            mean,
                            PoissonDistribution.DEFAULT_EPSILON,
                            PoissonDistribution.DEFAULT_MAX_ITERATIONS);
        }

        int draw() {
            return distribution == null ? 0 : distribution.sample();
        }
    }
}
