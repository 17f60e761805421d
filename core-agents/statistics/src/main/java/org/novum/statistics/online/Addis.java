package org.novum.statistics.online;

import java.util.ArrayList;
import java.util.List;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.evidence.PValue;
import org.novum.statistics.internal.Require;

/**
 * ADDIS: SAFFRON that also discards p-values above tau, the conservative nulls.
 *
 * <p>Time counts selected p-values (at or below tau) alone; candidates are those at or below tau lambda. Tian and
 * Ramdas, NeurIPS 2019, arXiv:1905.11465, with lambda relative to tau as in R onlineFDR. Promised under independence
 * only; never a default here.
 *
 * @param settings promised rate, wealth, thresholds and sequence
 * @param selected p-values at or below tau so far
 * @param candidates candidates so far
 * @param discoveries the rejected ones in order
 */
public record Addis(Settings settings, int selected, int candidates, List<Discovery> discoveries)
        implements OnlineProcedure<PValue> {
    /**
     * What an ADDIS stream is run with; its initial wealth is tau lambda alpha/2.
     *
     * @param alpha promised false discovery rate
     * @param lambda candidate threshold as a fraction of tau
     * @param tau selection threshold
     * @param spending shares of the budget
     */
    public record Settings(double alpha, double lambda, double tau, SpendingSequence spending) {
        /** Checks the domain. */
        public Settings {
            Require.openUnit("alpha", alpha);
            Require.openUnit("lambda", lambda);
            Require.openUnit("tau", tau);
            if (lambda > 2.0 / 3) {
                throw new StatisticsException("lambda is " + lambda
                        + "; above 2/3 the initial wealth tau lambda alpha/2 exceeds the payout tau (1-lambda) alpha");
            }
        }

        double initialWealth() {
            return tau * lambda * alpha / 2;
        }

        double payout() {
            return tau * (1 - lambda) * alpha;
        }
    }

    /**
     * A past discovery.
     *
     * @param selected p-values at or below tau up to and including it
     * @param candidates candidates up to and including it
     */
    public record Discovery(int selected, int candidates) {}

    /** Copies the discoveries. */
    public Addis {
        Require.atLeast("selected", selected, 0);
        discoveries = List.copyOf(discoveries);
    }

    /** Starts a stream with lambda = tau = 1/2 and the default sequence. */
    public static Addis start(double alpha) {
        return new Addis(new Settings(alpha, 0.5, 0.5, SpendingSequence.Standard.POWER), 0, 0, List.of());
    }

    @Override
    public double level() {
        SpendingSequence spending = settings.spending();
        double level = settings.initialWealth() * spending.share(selected - candidates + 1);
        for (int j = 0; j < discoveries.size(); j++) {
            Discovery past = discoveries.get(j);
            double payout = j == 0 ? settings.payout() - settings.initialWealth() : settings.payout();
            int since = selected - past.selected() - (candidates - past.candidates()) + 1;
            level += payout * spending.share(since);
        }
        return Math.min(settings.tau() * settings.lambda(), level);
    }

    @Override
    public Decision<PValue> next(PValue p) {
        double level = level();
        boolean rejected = p.atMost(level);
        int nowSelected = selected + (p.atMost(settings.tau()) ? 1 : 0);
        int nowCandidates = candidates + (p.atMost(settings.tau() * settings.lambda()) ? 1 : 0);
        List<Discovery> found = discoveries;
        if (rejected) {
            found = new ArrayList<>(discoveries);
            found.add(new Discovery(nowSelected, nowCandidates));
        }
        return new Decision<>(level, rejected, new Addis(settings, nowSelected, nowCandidates, found));
    }
}
