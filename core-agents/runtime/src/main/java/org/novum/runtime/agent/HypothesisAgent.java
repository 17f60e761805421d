package org.novum.runtime.agent;

import com.fasterxml.jackson.core.type.TypeReference;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import java.util.Map;
import org.novum.api.data.DatasetCard;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.ResearchState;
import org.novum.api.event.RunEvent;
import org.novum.api.study.Study;
import org.novum.runtime.agent.LoopMessage.FamilyProposed;
import org.novum.runtime.agent.LoopMessage.ResearchEnded;
import org.novum.runtime.agent.LoopMessage.RoundOpened;

/** Proposes the next family of hypotheses, systematically from the discipline's space, or ends the research. */
final class HypothesisAgent extends VerticleBase {
    private final Study study;
    private final DatasetCard data;
    private final int rounds;
    private final HypothesisSpace space;
    private final AgentTools tools;

    HypothesisAgent(Registrar registrar, HypothesisSpace space, AgentTools tools) {
        this.study = registrar.study();
        this.data = registrar.data().card();
        this.rounds = registrar.rounds();
        this.space = space;
        this.tools = tools;
    }

    @Override
    public Future<?> start() {
        tools.bus().serve(RoundOpened.class, message -> propose(message.state()), tools.failures());
        return Future.succeededFuture();
    }

    private void propose(ResearchState state) {
        int round = state.nextRound();
        if (round > rounds) {
            tools.bus().send(ResearchEnded.class, new ResearchEnded(state));
            return;
        }
        List<Hypothesis> family = tools.steps()
                .pure(
                        "round-" + round + "/propose",
                        Map.of("study", StudyDigest.of(study), "data", data, "state", state),
                        new TypeReference<List<Hypothesis>>() {},
                        () -> space.propose(state))
                .value();
        if (family.isEmpty()) {
            tools.bus().send(ResearchEnded.class, new ResearchEnded(state));
            return;
        }
        family.forEach(space::validate);
        Families.requireDistinct(family);
        tools.steps()
                .event(new RunEvent.FamilyProposed(
                        round, family.size(), family.getFirst().statement()));
        tools.bus()
                .send(FamilyProposed.class, new FamilyProposed(new Discipline.Question(study, data, state, family)));
    }
}
