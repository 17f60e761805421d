package org.novum.runtime.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.TestPlan;
import org.novum.api.event.RunEvent;
import org.novum.api.study.Approval;
import org.novum.api.study.Study;
import org.novum.runtime.approval.Approver;
import org.novum.runtime.approval.Decision;
import org.novum.runtime.approval.Waiting;
import org.novum.runtime.model.Criticism;
import org.novum.runtime.model.Withdrawn;
import org.novum.runtime.taint.Source;
import org.novum.runtime.taint.Sourced;

/** Lets a plan pass when a person has approved it; the decision is a recorded step. */
final class ApprovalGate {
    private final Approver approver;
    private final Steps steps;

    ApprovalGate(Approver approver, Steps steps) {
        this.approver = approver;
        this.steps = steps;
    }

    static boolean stands(Study study) {
        return study.approval() == Approval.PLAN;
    }

    /**
     * What is withdrawn by critic and person together.
     *
     * @throws NovumException with {@code TEMPORARY} as long as nobody has decided; the run can be resumed then
     */
    Withdrawn pass(Discipline.Question question, TestPlan plan, Withdrawn byCritic) {
        int round = question.state().nextRound();
        Waiting waiting = new Waiting(round, plan, List.copyOf(byCritic.ids()));
        Decision decision = steps.idempotent(
                        "round-" + round + "/approve",
                        Map.of("waiting", waiting.digest()),
                        Decision.class,
                        () -> approver.decide(waiting)
                                .orElseThrow(() -> new NovumException(
                                        ExitCode.TEMPORARY,
                                        "the plan of round " + round + " waits for approval before it is registered; look at it"
                                                + " with: novum approve DIR, then: novum resume DIR")))
                .value();
        steps.event(new RunEvent.PlanApproved(round, decision.by(), decision.withdraw().size(), decision.remark()));
        List<Criticism.Withdrawal> all = new ArrayList<>(byCritic.withdrawals());
        decision.withdraw().stream()
                .filter(id -> !byCritic.ids().contains(id))
                .forEach(id -> all.add(new Criticism.Withdrawal(id, Sourced.of(Source.PERSON, decision.remark()))));
        return new Withdrawn(all, byCritic.dropped(), byCritic.problem());
    }
}
