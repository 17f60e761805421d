package org.novum.statistics.online;

import org.novum.statistics.distribution.HarmonicNumbers;
import org.novum.statistics.evidence.PValue;
import org.novum.statistics.internal.Require;

/**
 * LOND, levels based on the number of discoveries: alpha_t = alpha gamma_t (D(t-1) + 1), for arbitrary dependence
 * divided by the harmonic number H_t.
 *
 * <p>Javanmard and Montanari, arXiv:1502.06197; validity under positive regression dependence: Zrnic, Ramdas, Jordan,
 * arXiv:1812.05068.
 *
 * @param settings promised rate, sequence and dependence
 * @param tested hypotheses decided so far
 * @param discoveries rejections among them
 */
public record Lond(Settings settings, int tested, int discoveries) implements OnlineProcedure<PValue> {
    /**
     * What a LOND stream is run with.
     *
     * @param alpha promised false discovery rate
     * @param spending shares of the budget
     * @param dependence what is assumed of the p-values
     */
    public record Settings(double alpha, SpendingSequence spending, Dependence dependence) {
        /** Checks the level. */
        public Settings {
            Require.openUnit("alpha", alpha);
        }
    }

    /** Checks the counts. */
    public Lond {
        Require.atLeast("tested", tested, 0);
        Require.atLeast("discoveries", discoveries, 0);
    }

    /** Starts a stream with the default sequence. */
    public static Lond start(double alpha, Dependence dependence) {
        return new Lond(new Settings(alpha, SpendingSequence.Standard.JAVANMARD_MONTANARI, dependence), 0, 0);
    }

    @Override
    public double level() {
        int index = tested + 1;
        double share = settings.alpha() * settings.spending().share(index);
        double level = share * (discoveries + 1);
        return switch (settings.dependence()) {
            case POSITIVE -> Math.min(1, level);
            case ARBITRARY -> Math.min(1, level / HarmonicNumbers.of(index));
        };
    }

    @Override
    public Decision<PValue> next(PValue p) {
        double level = level();
        boolean rejected = p.atMost(level);
        return new Decision<>(level, rejected, new Lond(settings, tested + 1, discoveries + (rejected ? 1 : 0)));
    }
}
