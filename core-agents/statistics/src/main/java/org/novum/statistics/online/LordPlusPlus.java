package org.novum.statistics.online;

import java.util.ArrayList;
import java.util.List;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.evidence.PValue;
import org.novum.statistics.internal.Require;

/**
 * LORD++, levels based on recent discovery: alpha_t = w0 gamma_t + (alpha - w0) gamma_{t-tau_1} + alpha sum_{j&gt;1}
 * gamma_{t-tau_j} over the past discovery times tau_j.
 *
 * <p>Ramdas, Yang, Wainwright, Jordan, NeurIPS 2017, arXiv:1710.00499. Promised under independence of the null p-values
 * only.
 *
 * @param settings promised rate, initial wealth and sequence
 * @param tested hypotheses decided so far
 * @param discoveryTimes indices (from 1) of the rejected ones, rising
 */
public record LordPlusPlus(Settings settings, int tested, List<Integer> discoveryTimes)
        implements OnlineProcedure<PValue> {
    /**
     * What a LORD++ stream is run with.
     *
     * @param alpha promised false discovery rate
     * @param initialWealth w0, above 0 and at most alpha
     * @param spending shares of the budget
     */
    public record Settings(double alpha, double initialWealth, SpendingSequence spending) {
        /** Checks level and wealth. */
        public Settings {
            Require.openUnit("alpha", alpha);
            if (Require.positive("initial wealth", initialWealth) > alpha) {
                throw new StatisticsException("initial wealth " + initialWealth + " exceeds alpha " + alpha);
            }
        }
    }

    /** Copies the discovery times. */
    public LordPlusPlus {
        Require.atLeast("tested", tested, 0);
        discoveryTimes = List.copyOf(discoveryTimes);
    }

    /** Starts a stream with the default sequence and initial wealth alpha/10. */
    public static LordPlusPlus start(double alpha) {
        return new LordPlusPlus(
                new Settings(alpha, alpha / 10, SpendingSequence.Standard.JAVANMARD_MONTANARI), 0, List.of());
    }

    @Override
    public double level() {
        int index = tested + 1;
        SpendingSequence spending = settings.spending();
        double level = settings.initialWealth() * spending.share(index);
        for (int j = 0; j < discoveryTimes.size(); j++) {
            double payout = j == 0 ? settings.alpha() - settings.initialWealth() : settings.alpha();
            level += payout * spending.share(index - discoveryTimes.get(j));
        }
        return Math.min(1, level);
    }

    @Override
    public Decision<PValue> next(PValue p) {
        double level = level();
        boolean rejected = p.atMost(level);
        List<Integer> times = discoveryTimes;
        if (rejected) {
            times = new ArrayList<>(discoveryTimes);
            times.add(tested + 1);
        }
        return new Decision<>(level, rejected, new LordPlusPlus(settings, tested + 1, times));
    }
}
