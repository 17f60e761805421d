package org.novum.runtime.agent;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.Verdict;
import org.novum.runtime.ledger.Ruling;

/** What must hold of a family and its outcomes before the ledger counts them. */
final class Families {
    private Families() {}

    /**
     * Refuses a family that asks one thing twice.
     *
     * @throws NovumException with {@code SOFTWARE}, since a discipline must not propose it
     */
    static void requireDistinct(List<Hypothesis> family) {
        Set<String> seen = new HashSet<>();
        for (Hypothesis hypothesis : family) {
            if (!seen.add(hypothesis.id())) {
                throw new NovumException(
                        ExitCode.SOFTWARE, "the discipline asks hypothesis " + hypothesis.id() + " twice in one family");
            }
        }
    }

    /**
     * Refuses outcomes that are not one per member of the plan's family, in its order.
     *
     * @throws NovumException with {@code SOFTWARE}, since a discipline must not give them
     */
    static List<TestOutcome> requireOnePerMember(TestPlan plan, List<TestOutcome> outcomes) {
        List<String> asked = plan.family().stream().map(Hypothesis::id).toList();
        List<String> answered = outcomes.stream().map(TestOutcome::hypothesis).toList();
        if (!asked.equals(answered)) {
            throw new NovumException(
                    ExitCode.SOFTWARE,
                    "the discipline's test gave outcomes of " + answered.size() + " hypotheses that are not, in order, the "
                            + asked.size() + " members of the registered family");
        }
        return outcomes;
    }

    /**
     * Refuses a verdict that accepts what the ledger did not.
     *
     * @throws NovumException with {@code SOFTWARE}, since a discipline must not give it
     */
    static Verdict requireWithinRuling(Verdict verdict, Ruling.Entry ruling) {
        if (verdict.accepted() && !ruling.decision().accepted()) {
            throw new NovumException(
                    ExitCode.SOFTWARE,
                    "the discipline calls hypothesis " + ruling.hypothesis() + " " + verdict.word()
                            + ", which the error ledger has not accepted");
        }
        return verdict;
    }
}
