package org.novum.statistics.online;

import org.novum.statistics.evidence.EValue;
import org.novum.statistics.internal.Require;

/**
 * e-LOND: LOND on e-values, rejecting when e_t is at least 1/alpha_t with alpha_t = alpha gamma_t (D(t-1) + 1); false
 * discovery rate under any dependence, without a harmonic penalty (Xu and Ramdas, AISTATS 2024, arXiv:2311.06412).
 *
 * @param settings promised rate and sequence
 * @param tested hypotheses decided so far
 * @param discoveries rejections among them
 */
public record ELond(Settings settings, int tested, int discoveries) implements OnlineProcedure<EValue> {
    /**
     * What an e-LOND stream is run with.
     *
     * @param alpha promised false discovery rate
     * @param spending shares of the budget
     */
    public record Settings(double alpha, SpendingSequence spending) {
        /** Checks the level. */
        public Settings {
            Require.openUnit("alpha", alpha);
        }
    }

    /** Checks the counts. */
    public ELond {
        Require.atLeast("tested", tested, 0);
        Require.atLeast("discoveries", discoveries, 0);
    }

    /** Starts a stream with the default sequence of LOND. */
    public static ELond start(double alpha) {
        return new ELond(new Settings(alpha, SpendingSequence.Standard.JAVANMARD_MONTANARI), 0, 0);
    }

    @Override
    public double level() {
        return Math.min(1, settings.alpha() * settings.spending().share(tested + 1) * (discoveries + 1));
    }

    @Override
    public Decision<EValue> next(EValue e) {
        double level = level();
        boolean rejected = level > 0 && e.atLeast(1 / level);
        return new Decision<>(level, rejected, new ELond(settings, tested + 1, discoveries + (rejected ? 1 : 0)));
    }
}
