package org.novum.api.discipline;

import java.util.List;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Verdict;

/**
 * What has been asked and answered in a run so far; a fold over its events.
 *
 * @param rounds finished rounds, in order
 */
public record ResearchState(List<Round> rounds) {
    /** Nothing has been asked yet. */
    public static final ResearchState EMPTY = new ResearchState(List.of());

    /** Copies the list. */
    public ResearchState {
        rounds = List.copyOf(rounds);
    }

    /** Number of the round to come, from 1. */
    public int nextRound() {
        return rounds.size() + 1;
    }

    /**
     * A finished round.
     *
     * @param plan that was registered
     * @param analysis of the exploration data that led to the plan
     * @param judged one per member of the family, in its order
     */
    public record Round(TestPlan plan, Analysis analysis, List<Judged> judged) {
        /** Copies the list. */
        public Round {
            judged = List.copyOf(judged);
        }
    }

    /**
     * A judged hypothesis.
     *
     * @param hypothesis that was asked
     * @param outcome of its test
     * @param decision of the ledger
     * @param verdict that follows
     */
    public record Judged(Hypothesis hypothesis, TestOutcome outcome, LedgerDecision decision, Verdict verdict) {}
}
