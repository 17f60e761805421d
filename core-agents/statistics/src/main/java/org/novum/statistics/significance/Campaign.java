package org.novum.statistics.significance;

import org.novum.statistics.evidence.PValue;
import org.novum.statistics.internal.Require;

/**
 * Correction of the strongest of several searches for having made them all (Šidák, J. Am. Stat. Assoc. 62 (1967) 626).
 *
 * <p>p_campaign = 1 - (1 - p)^n: exact for independent searches, valid for positively dependent normal ones.
 *
 * @param searches number of searches made, abandoned ones included
 */
public record Campaign(long searches) {
    private static final double LN_10 = 2.302585092994045684018;

    /** Checks the domain. */
    public Campaign {
        Require.positive("number of searches", searches);
    }

    /** Returns the p-value of the best of {@link #searches()} when its own (global) p-value is {@code p}. */
    public PValue pValue(PValue p) {
        if (p.value() < 1e-290) {
            // Here n p is itself far below 1e-15, so 1 - (1-p)^n = n p to the last digit.
            return PValue.ofLog10(Math.min(0, p.log10() + StrictMath.log10(searches)));
        }
        return p.value() == 1
                ? p
                : ofLogSurvival(searches * StrictMath.log1p(-p.value()));
    }

    private static PValue ofLogSurvival(double logNone) {
        return PValue.ofLog10(Math.min(0, StrictMath.log(-StrictMath.expm1(logNone)) / LN_10));
    }
}
