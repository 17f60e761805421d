package org.novum.runtime.agent;

import java.util.Map;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.TestPlan;
import org.novum.api.event.RunEvent;
import org.novum.api.study.Team;
import org.novum.runtime.model.ModelCritic;
import org.novum.runtime.model.ModelProposer;
import org.novum.runtime.model.Reviewed;
import org.novum.runtime.model.Withdrawn;

/** Hears a study's critic at the two moments at which it may speak, as recorded steps. */
final class CriticDesk {
    private final Team team;
    private final ModelCritic critic;
    private final AgentTools tools;

    CriticDesk(Team team, HypothesisSpace space, AgentTools tools) {
        this.team = team;
        this.critic = new ModelCritic(tools.desk(), space, tools.literature());
        this.tools = tools;
    }

    /** Whether the study has one. */
    boolean serves() {
        return team.has(Team.CRITIC);
    }

    /** What it withdraws of a family before its plan is registered. */
    Withdrawn beforeTest(Discipline.Question question, TestPlan plan) {
        if (!serves()) {
            return Withdrawn.NOTHING;
        }
        int round = question.state().nextRound();
        ModelProposer.Answer answer = critic.beforeTest(Team.CRITIC, question, plan);
        Withdrawn withdrawn = tools.steps()
                .pure(
                        "round-" + round + "/withdraw",
                        Map.of("plan", plan, "answer", answer),
                        Withdrawn.class,
                        () -> critic.withdrawn(answer, plan))
                .value();
        int count = withdrawn.withdrawals().size();
        tools.steps().event(new RunEvent.ModelCriticised(round, Team.CRITIC, count, 0, 0, withdrawn.problem()));
        return withdrawn;
    }

    /** What it says of the round that was judged last. */
    Reviewed review(Discipline.Question question) {
        int round = question.state().rounds().size();
        ModelProposer.Answer answer = critic.afterVerdict(Team.CRITIC, question);
        Reviewed reviewed = tools.steps()
                .pure(
                        "round-" + round + "/review",
                        Map.of(
                                "state", question.state(),
                                "answer", answer,
                                "most", question.study().team().budget().proposals()),
                        Reviewed.class,
                        () -> critic.reviewed(Team.CRITIC, answer, question))
                .value();
        tools.steps()
                .event(new RunEvent.ModelCriticised(
                        round,
                        Team.CRITIC,
                        0,
                        reviewed.checks().kept().size(),
                        reviewed.doubts().size(),
                        reviewed.checks().problem()));
        return reviewed;
    }
}
