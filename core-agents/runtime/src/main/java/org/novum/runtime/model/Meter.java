package org.novum.runtime.model;

import java.util.Locale;
import java.util.Optional;
import org.novum.api.study.ModelBudget;

/** What the models of a run have spent so far: a fold over the recorded ends of their calls, in order. */
final class Meter {
    private final ModelBudget budget;
    private Spending spent = Spending.NONE;

    Meter(ModelBudget budget) {
        this.budget = budget;
    }

    /** Counts a call that has ended. */
    void count(Spending call) {
        spent = spent.plus(call);
    }

    /**
     * Why a call may not begin, if it may not.
     *
     * @param extra spent already by the call itself, on interrupted tries
     * @param worst that it can cost from here on
     */
    Optional<String> refusal(Spending extra, Spending worst) {
        Spending before = spent.plus(extra);
        if (before.calls() + 1 > budget.calls()) {
            return over("calls", before.calls(), 1, budget.calls());
        }
        if (before.seconds() >= budget.seconds()) {
            return over("seconds", before.seconds(), 0, budget.seconds());
        }
        if (before.tokens() + worst.tokens() > budget.tokens()) {
            return over("tokens", before.tokens(), worst.tokens(), budget.tokens());
        }
        if (before.money() + worst.money() > budget.money()) {
            return over("money", before.money(), worst.money(), budget.money());
        }
        return Optional.empty();
    }

    private static Optional<String> over(String what, double spent, double worst, double cap) {
        return Optional.of(String.format(
                Locale.ROOT,
                "budget.model.%s: %s are spent and the call could cost %s more, of %s; raise it to ask on",
                what,
                plain(spent),
                plain(worst),
                plain(cap)));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%.0f", number) : Double.toString(number);
    }
}
