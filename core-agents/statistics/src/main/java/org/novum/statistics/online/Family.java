package org.novum.statistics.online;

import org.jspecify.annotations.Nullable;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.evidence.PValues;
import org.novum.statistics.internal.Require;
import org.novum.statistics.multiple.Weights;

/**
 * A family of hypotheses that was enumerated at registration and is judged together.
 *
 * @param pValues one for each member; members that were never tested count with p = 1
 * @param share gamma_t, the share of the error budget this family spends, fixed before its data were opened
 * @param weights prior weights of mean 1 or less, or null for equal ones
 */
public record Family(PValues pValues, double share, @Nullable Weights weights) {
    /** Checks share and sizes. */
    public Family {
        Require.probability("share", share);
        Require.atLeast("family size", pValues.size(), 1);
        if (weights != null && weights.size() != pValues.size()) {
            throw new StatisticsException(weights.size() + " weights for a family of " + pValues.size());
        }
    }

    /** Returns a family whose members weigh the same. */
    public static Family of(PValues pValues, double share) {
        return new Family(pValues, share, null);
    }

    /** Returns the p-values divided by their weights. */
    PValues weighted() {
        return weights == null ? pValues : weights.apply(pValues);
    }
}
