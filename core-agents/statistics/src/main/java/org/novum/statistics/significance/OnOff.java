package org.novum.statistics.significance;

import org.novum.statistics.StatisticsException;
import org.novum.statistics.distribution.BetaTail;
import org.novum.statistics.evidence.PValue;
import org.novum.statistics.internal.Require;

/**
 * An on/off measurement: counts where signal may be, counts where only background is, and their exposure ratio.
 *
 * @param on counts in the signal region; need not be whole, so that expectations can be asked too
 * @param off counts in the background region
 * @param exposureRatio tau, background exposure over signal exposure; the background estimate is off / tau
 */
public record OnOff(double on, double off, double exposureRatio) {
    /** Checks the domain. */
    public OnOff {
        Require.nonNegative("on counts", on);
        Require.nonNegative("off counts", off);
        Require.positive("exposure ratio", exposureRatio);
    }

    /** Returns the measurement that stands for {@code background} known to {@code error}: tau = b/error², off = tau b. */
    public static OnOff ofBackground(double on, double background, double error) {
        Require.positive("background", background);
        Require.positive("background error", error);
        double ratio = background / (error * error);
        return new OnOff(on, ratio * background, ratio);
    }

    /** Returns the expected background counts in the signal region. */
    public double background() {
        return off / exposureRatio;
    }

    /**
     * Returns the p-value of the exact conditional (binomial) test, P(at least {@code on} of on + off fall on).
     *
     * <p>I_{1/(1+tau)}(on, off + 1): Cousins, Linnemann, Tucker, NIM A 595 (2008) 480, arXiv:physics/0702156,
     * equation 14. It equals the Bayesian p-value with a gamma prior for the background.
     */
    public PValue binomialPValue() {
        if (on == 0) {
            return PValue.of(1);
        }
        return PValue.ofLog(BetaTail.logCumulative(on, off + 1, 1 / (1 + exposureRatio)));
    }

    /** Returns Z_Bi, the significance of {@link #binomialPValue()}; negative for a deficit. */
    public double binomialSignificance() {
        return binomialPValue().z();
    }

    /**
     * Returns the profile-likelihood significance of Li and Ma, Astrophys. J. 272 (1983) 317, equation 17, with the
     * sign of the excess.
     */
    public double profileSignificance() {
        double total = on + off;
        if (total == 0) {
            throw new StatisticsException("no counts on or off; the likelihood ratio of an empty measurement is undefined");
        }
        double onShare = 1 / (1 + exposureRatio);
        double offShare = exposureRatio / (1 + exposureRatio);
        double sum = weightedLog(on, on / (onShare * total)) + weightedLog(off, off / (offShare * total));
        return Math.copySign(Math.sqrt(Math.max(0, 2 * sum)), on - background());
    }

    private static double weightedLog(double counts, double ratio) {
        return counts == 0 ? 0 : counts * StrictMath.log(ratio);
    }
}
