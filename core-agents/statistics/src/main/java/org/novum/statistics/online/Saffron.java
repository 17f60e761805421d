package org.novum.statistics.online;

import java.util.ArrayList;
import java.util.List;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.evidence.PValue;
import org.novum.statistics.internal.Require;

/**
 * SAFFRON: LORD++ that spends nothing on p-values at or below lambda, the candidates.
 *
 * <p>With C_0 the candidates before t and C_j those after the j-th discovery and before t, alpha_t = min(lambda, (1 -
 * lambda)(w0 gamma_{t-C_0} + (alpha - w0) gamma_{t-tau_1-C_1} + alpha sum_{j&gt;1} gamma_{t-tau_j-C_j})). Ramdas,
 * Zrnic, Wainwright, Jordan, ICML 2018, arXiv:1802.09098. Promised under independence only; never a default here.
 *
 * @param settings promised rate, initial wealth, candidate threshold and sequence
 * @param tested hypotheses decided so far
 * @param candidates candidates among them
 * @param discoveries the rejected ones in order
 */
public record Saffron(Settings settings, int tested, int candidates, List<Discovery> discoveries)
        implements OnlineProcedure<PValue> {
    /**
     * What a SAFFRON stream is run with.
     *
     * @param alpha promised false discovery rate
     * @param initialWealth w0, above 0 and below alpha
     * @param lambda candidate threshold
     * @param spending shares of the budget
     */
    public record Settings(double alpha, double initialWealth, double lambda, SpendingSequence spending) {
        /** Checks the domain. */
        public Settings {
            Require.openUnit("alpha", alpha);
            Require.openUnit("lambda", lambda);
            if (Require.positive("initial wealth", initialWealth) >= alpha) {
                throw new StatisticsException("initial wealth " + initialWealth + " is not below alpha " + alpha);
            }
        }
    }

    /**
     * A past discovery.
     *
     * @param time its index, from 1
     * @param candidates candidates up to and including it
     */
    public record Discovery(int time, int candidates) {}

    /** Copies the discoveries. */
    public Saffron {
        Require.atLeast("tested", tested, 0);
        discoveries = List.copyOf(discoveries);
    }

    /** Starts a stream with initial wealth alpha/2, lambda 1/2 and the default sequence. */
    public static Saffron start(double alpha) {
        return new Saffron(new Settings(alpha, alpha / 2, 0.5, SpendingSequence.Standard.POWER), 0, 0, List.of());
    }

    @Override
    public double level() {
        int index = tested + 1;
        double sum = settings.initialWealth() * settings.spending().share(index - candidates);
        for (int j = 0; j < discoveries.size(); j++) {
            Discovery past = discoveries.get(j);
            double payout = j == 0 ? settings.alpha() - settings.initialWealth() : settings.alpha();
            int since = index - past.time() - (candidates - past.candidates());
            sum += payout * settings.spending().share(since);
        }
        return Math.min(settings.lambda(), (1 - settings.lambda()) * sum);
    }

    @Override
    public Decision<PValue> next(PValue p) {
        double level = level();
        boolean rejected = p.atMost(level);
        int counted = candidates + (p.atMost(settings.lambda()) ? 1 : 0);
        List<Discovery> found = discoveries;
        if (rejected) {
            found = new ArrayList<>(discoveries);
            found.add(new Discovery(tested + 1, counted));
        }
        return new Decision<>(level, rejected, new Saffron(settings, tested + 1, counted, found));
    }
}
