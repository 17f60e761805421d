package org.novum.statistics.significance;

import org.novum.statistics.evidence.PValue;
import org.novum.statistics.internal.Require;

/**
 * Asymptotic discovery significance of an excess.
 *
 * <p>Cowan, Cranmer, Gross, Vitells, Eur. Phys. J. C 71 (2011) 1554, arXiv:1007.1727: q0 (equation 12), Z = sqrt(q0)
 * (equation 53), the Asimov significance of a counting experiment (equation 97); with an uncertain background: Cowan,
 * "Discovery sensitivity for a counting experiment with background uncertainty" (2012), equation 20.
 */
public final class Discovery {
    private Discovery() {}

    /**
     * Returns q0, twice the gain in log-likelihood of the best signal over none; 0 for a deficit.
     *
     * @param logLikelihoodNull maximum of ln L without signal
     * @param logLikelihoodBest maximum of ln L with free signal
     * @param bestSignal the signal strength there; its sign tells excess from deficit
     */
    public static double q0(double logLikelihoodNull, double logLikelihoodBest, double bestSignal) {
        Require.finite("log-likelihood without signal", logLikelihoodNull);
        Require.finite("log-likelihood with signal", logLikelihoodBest);
        Require.finite("best signal", bestSignal);
        return bestSignal <= 0 ? 0 : Math.max(0, 2 * (logLikelihoodBest - logLikelihoodNull));
    }

    /** Returns the one-sided significance sqrt(q0) in standard deviations. */
    public static double significance(double q0) {
        return Math.sqrt(Require.nonNegative("q0", q0));
    }

    /** Returns the asymptotic local p-value of {@code q0}: 1/2 at q0 = 0, 1 - Phi(sqrt(q0)) above. */
    public static PValue localPValue(double q0) {
        return PValue.ofZ(significance(q0));
    }

    /**
     * Returns the median significance sqrt(2((s+b) ln(1+s/b) - s)) expected of a signal over a known background.
     *
     * @param signal expected signal counts, not below 0
     * @param background expected background counts, above 0
     */
    public static double asimov(double signal, double background) {
        Require.nonNegative("signal", signal);
        Require.positive("background", background);
        return Math.sqrt(2 * background * entropyGain(signal / background));
    }

    /**
     * Returns the median significance expected of a signal over a background that is known to {@code backgroundError}.
     *
     * @param signal expected signal counts, not below 0
     * @param background expected background counts, above 0
     * @param backgroundError its standard deviation in counts; 0 gives {@link #asimov(double, double)}
     */
    public static double asimov(double signal, double background, double backgroundError) {
        Require.nonNegative("background error", backgroundError);
        if (backgroundError == 0) {
            return asimov(signal, background);
        }
        Require.nonNegative("signal", signal);
        Require.positive("background", background);
        double variance = backgroundError * backgroundError;
        double total = signal + background;
        double first = total
                * StrictMath.log1p(signal * background / (background * background + total * variance));
        double second = background * background / variance
                * StrictMath.log1p(variance * signal / (background * (background + variance)));
        return Math.sqrt(Math.max(0, 2 * (first - second)));
    }

    /** (1+x) ln(1+x) - x without cancellation for small x. */
    private static double entropyGain(double x) {
        if (x > 0.01) {
            return (1 + x) * StrictMath.log1p(x) - x;
        }
        double sum = 0;
        double power = x * x;
        for (int k = 2; k < 12; k++) {
            sum += power / (k * (k - 1.0));
            power *= -x;
        }
        return sum;
    }
}
