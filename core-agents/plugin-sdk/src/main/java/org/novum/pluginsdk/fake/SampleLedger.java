package org.novum.pluginsdk.fake;

import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.LedgerDecision;

/** A stand-in for the experiment's error ledger. */
@FunctionalInterface
public interface SampleLedger {
    /** A ledger that accepts nothing. */
    SampleLedger REFUSES_ALL = (_, outcome, index) -> new LedgerDecision("sample", index, 0, false);

    /** A ledger that accepts everything that was tested, however weak: only to try verdict rules. */
    SampleLedger ACCEPTS_ALL =
            (_, outcome, index) -> new LedgerDecision("sample", index, 1, !(outcome.strength() instanceof Strength.Untested));

    /** Bonferroni within each family: a level of 5 % over its size. */
    SampleLedger BONFERRONI = (plan, outcome, index) -> {
        double level = 0.05 / plan.family().size();
        boolean accepted =
                switch (outcome.strength()) {
                    case Strength.PValue p -> p.log10() <= StrictMath.log10(level);
                    case Strength.EValue e -> -e.log10() <= StrictMath.log10(level);
                    case Strength.Untested _ -> false;
                };
        return new LedgerDecision("sample", index, level, accepted);
    };

    /**
     * Decides one member.
     *
     * @param plan it belongs to
     * @param outcome of its test
     * @param index of the hypothesis in the ledger, from 1
     */
    LedgerDecision decide(TestPlan plan, TestOutcome outcome, long index);
}
