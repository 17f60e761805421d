package org.novum.statistics.online;

import org.novum.statistics.StatisticsException;
import org.novum.statistics.evidence.PValue;
import org.novum.statistics.internal.Require;

/**
 * LORD for dependent p-values: alpha_t = xi_t W(tau), the wealth at the last discovery times a sequence that falls fast
 * enough (Javanmard and Montanari, Annals of Statistics 46 (2018) 526, section 3.3 and example 3.8).
 *
 * @param settings wealth at the start, payout per discovery and sequence
 * @param tested hypotheses decided so far
 * @param wealth wealth now
 * @param wealthAtDiscovery wealth right after the last discovery, or at the start
 */
public record LordDependent(Settings settings, int tested, double wealth, double wealthAtDiscovery)
        implements OnlineProcedure<PValue> {
    /**
     * What the stream is run with; initial wealth plus payout is the promised false discovery rate.
     *
     * @param initialWealth w0, above 0
     * @param payout b0, wealth gained by a discovery
     * @param sequence xi
     */
    public record Settings(double initialWealth, double payout, SpendingSequence sequence) {
        /** Checks the domain. */
        public Settings {
            Require.positive("initial wealth", initialWealth);
            Require.positive("payout", payout);
            if (initialWealth + payout >= 1) {
                throw new StatisticsException("initial wealth " + initialWealth + " plus payout " + payout
                        + " is the promised false discovery rate; keep it below 1");
            }
        }
    }

    /** Checks the counts. */
    public LordDependent {
        Require.atLeast("tested", tested, 0);
    }

    /** Starts a stream with initial wealth alpha/10 and payout 9 alpha/10. */
    public static LordDependent start(double alpha) {
        Require.openUnit("alpha", alpha);
        double initial = alpha / 10;
        return new LordDependent(
                new Settings(initial, alpha - initial, SpendingSequence.Standard.LOG_CUBED), 0, initial, initial);
    }

    @Override
    public double level() {
        return settings.sequence().share(tested + 1) * wealthAtDiscovery;
    }

    @Override
    public Decision<PValue> next(PValue p) {
        double level = level();
        boolean rejected = p.atMost(level);
        double remaining = wealth - level + (rejected ? settings.payout() : 0);
        double reference = rejected ? remaining : wealthAtDiscovery;
        return new Decision<>(level, rejected, new LordDependent(settings, tested + 1, remaining, reference));
    }
}
