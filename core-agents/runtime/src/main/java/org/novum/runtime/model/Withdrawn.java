package org.novum.runtime.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;

/**
 * What a critic, or a person who approves, withdraws of a family before its plan is registered. The family stays whole: what is withdrawn is paid for
 * and counts as p = 1.
 *
 * @param withdrawals in the order of the answer
 * @param dropped entries that named no member, or one twice
 * @param problem why there was no answer; empty otherwise
 */
public record Withdrawn(List<Criticism.Withdrawal> withdrawals, int dropped, String problem) {
    /** Nothing is withdrawn. */
    public static final Withdrawn NOTHING = new Withdrawn(List.of(), 0, "");

    /** Copies the list. */
    public Withdrawn {
        withdrawals = List.copyOf(withdrawals);
    }

    /** Ids of what is withdrawn. */
    public SortedSet<String> ids() {
        return withdrawals.stream()
                .map(Criticism.Withdrawal::hypothesis)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The plan that is registered: its selection says what is withdrawn, so that it is another registration than the same
     * plan without withdrawals. Nothing else of the plan can change here.
     */
    public TestPlan in(TestPlan plan) {
        Set<String> ids = ids();
        if (ids.isEmpty()) {
            return plan;
        }
        String named = plan.family().stream()
                .map(hypothesis -> hypothesis.id())
                .filter(ids::contains)
                .collect(Collectors.joining(", "));
        return new TestPlan(
                plan.family(),
                plan.statistic(),
                plan.selection() + " Withdrawn before the test and counted as p = 1: " + named + ".",
                plan.dependence(),
                plan.weights(),
                plan.design());
    }

    /** The outcomes that count; nobody learns what the test would have given for what is withdrawn. */
    public List<TestOutcome> in(List<TestOutcome> outcomes) {
        Set<String> ids = ids();
        return outcomes.stream()
                .map(outcome -> ids.contains(outcome.hypothesis())
                        ? new TestOutcome(
                                outcome.hypothesis(),
                                new Strength.Untested("withdrawn before the test"),
                                JsonNodeFactory.instance.objectNode())
                        : outcome)
                .toList();
    }
}
