package org.novum.statistics.limit;

import org.novum.statistics.distribution.NormalTail;
import org.novum.statistics.internal.Require;

/**
 * CLs upper limit from the asymptotic distributions of q~ (arXiv:1007.1727, equations 64 to 67; CLs: Read, J. Phys. G
 * 28 (2002) 2693).
 *
 * <p>Good for more than a handful of expected counts; below, {@link HybridLimit} or {@link ToyLimit}.
 *
 * @param likelihood the profiled likelihood of the data
 * @param confidence confidence level, usually 0.95
 */
public record AsymptoticLimit(ProfileLikelihood likelihood, double confidence) {
    /** Checks the domain. */
    public AsymptoticLimit {
        Require.openUnit("confidence", confidence);
    }

    /** Returns CLs = CL(s+b) / CL(b) of a tested signal strength above 0. */
    public double confidenceRatio(double signalStrength) {
        Require.positive("signal strength", signalStrength);
        double asimov = likelihood.backgroundAsimov().qTilde(signalStrength);
        return ratio(likelihood.qTilde(signalStrength), asimov);
    }

    /** Returns the signal strength that is excluded at exactly the confidence level. */
    public double observed() {
        return LimitSearch.crossing(this::confidenceRatio, 1 - confidence, scale());
    }

    /**
     * Returns the limit expected without signal when the data fluctuate by {@code deviations} standard deviations: 0
     * for the median, ±1 and ±2 for the customary bands.
     */
    public double expected(double deviations) {
        ProfileLikelihood asimov = likelihood.backgroundAsimov();
        return LimitSearch.crossing(
                mu -> expectedRatio(asimov.qTilde(mu), deviations), 1 - confidence, scale());
    }

    /** Returns the CLs expected without signal when the data fluctuate by {@code deviations} standard deviations. */
    public double expectedConfidenceRatio(double signalStrength, double deviations) {
        Require.positive("signal strength", signalStrength);
        return expectedRatio(likelihood.backgroundAsimov().qTilde(signalStrength), deviations);
    }

    /** With the data N deviations above the background, CL(b) is Phi(N) and CL(s+b) is Q(sqrt(qA) - N). */
    private static double expectedRatio(double asimov, double deviations) {
        Require.finite("deviations", deviations);
        return NormalTail.survival(Math.sqrt(asimov) - deviations) / NormalTail.cumulative(deviations);
    }

    private static double ratio(double q, double asimovQ) {
        double root = Math.sqrt(asimovQ);
        if (root == 0) {
            // A strength the experiment cannot tell from 0 is never excluded.
            return 1;
        }
        double signal;
        double background;
        if (q <= asimovQ) {
            signal = NormalTail.survival(Math.sqrt(q));
            background = NormalTail.survival(Math.sqrt(q) - root);
        } else {
            signal = NormalTail.survival((q + asimovQ) / (2 * root));
            background = NormalTail.survival((q - asimovQ) / (2 * root));
        }
        return background == 0 ? 0 : signal / background;
    }

    private double scale() {
        return Math.max(1e-6, Math.abs(likelihood.bestFit()));
    }
}
