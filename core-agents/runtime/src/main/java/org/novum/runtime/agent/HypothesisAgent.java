package org.novum.runtime.agent;

import com.fasterxml.jackson.core.type.TypeReference;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DatasetCard;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.Priors;
import org.novum.api.discipline.ResearchState;
import org.novum.api.event.RunEvent;
import org.novum.api.study.Study;
import org.novum.report.Literature;
import org.novum.runtime.agent.LoopMessage.FamilyProposed;
import org.novum.runtime.agent.LoopMessage.ResearchEnded;
import org.novum.runtime.agent.LoopMessage.RoundOpened;
import org.novum.runtime.model.Criticism;
import org.novum.runtime.model.ModelProposer;
import org.novum.runtime.model.Proposed;
import org.novum.runtime.model.ProposedFamily;
import org.novum.runtime.model.Reviewed;

/**
 * Proposes the next family of hypotheses, or ends the research: systematically from the discipline's space, through models,
 * or both. A model that fails leaves the others' proposals as they are.
 */
final class HypothesisAgent extends VerticleBase {
    private final Study study;
    private final DatasetCard data;
    private final int rounds;
    private final HypothesisSpace space;
    private final ModelProposer models;
    private final CriticDesk critic;
    private final List<Criticism.Doubt> doubts = new ArrayList<>();
    private final List<Literature.Citation> citations = new ArrayList<>();
    private final AgentTools tools;

    HypothesisAgent(Registrar registrar, HypothesisSpace space, AgentTools tools) {
        this.study = registrar.study();
        this.data = registrar.data().card();
        this.rounds = registrar.rounds();
        this.space = space;
        this.models = new ModelProposer(tools.desk(), space, tools.literature());
        this.critic = new CriticDesk(study.team(), space, tools);
        this.tools = tools;
    }

    @Override
    public Future<?> start() {
        tools.bus().serve(RoundOpened.class, this::propose, tools.failures());
        return Future.succeededFuture();
    }

    private void propose(RoundOpened opened) {
        ResearchState state = opened.state();
        List<Proposed> checks = new ArrayList<>();
        if (critic.serves() && !state.rounds().isEmpty()) {
            Reviewed reviewed = critic.review(new Discipline.Question(study, data, state, List.of()));
            checks.add(reviewed.checks());
            doubts.addAll(reviewed.doubts());
        }
        if (state.nextRound() > rounds) {
            tools.bus().send(ResearchEnded.class, new ResearchEnded(state, doubts, citations));
            return;
        }
        ProposedFamily proposed = study.team().modelProposers().isEmpty() && checks.isEmpty()
                ? new ProposedFamily(systematic(state), Priors.NONE)
                : together(opened, checks);
        int round = state.nextRound();
        List<Hypothesis> family = proposed.family();
        if (family.isEmpty()) {
            tools.bus().send(ResearchEnded.class, new ResearchEnded(state, doubts, citations));
            return;
        }
        family.forEach(space::validate);
        Families.requireDistinct(family);
        tools.steps()
                .event(new RunEvent.FamilyProposed(
                        round, family.size(), family.getFirst().statement()));
        tools.bus()
                .send(
                        FamilyProposed.class,
                        new FamilyProposed(new Discipline.Question(study, data, state, family, proposed.priors())));
    }

    private List<Hypothesis> systematic(ResearchState state) {
        return tools.steps()
                .pure(
                        "round-" + state.nextRound() + "/propose",
                        Map.of("study", StudyDigest.of(study), "data", data, "state", state),
                        new TypeReference<List<Hypothesis>>() {},
                        () -> space.propose(state))
                .value();
    }

    /** The union of all proposers, each heard in turn. */
    private ProposedFamily together(RoundOpened opened, List<Proposed> checks) {
        ResearchState state = opened.state();
        List<Hypothesis> systematic = study.team().asksSystematically() ? systematic(state) : List.of();
        List<Proposed> proposed = new ArrayList<>();
        study.team().modelProposers().forEach(model -> proposed.add(ask(model, opened)));
        proposed.addAll(checks);
        proposed.forEach(one -> citations.addAll(one.citations(state.nextRound())));
        ProposedFamily family = tools.steps()
                .pure(
                        "round-" + state.nextRound() + "/family",
                        Map.of("systematic", systematic, "proposed", proposed),
                        ProposedFamily.class,
                        () -> ProposedFamily.of(systematic, proposed))
                .value();
        if (family.family().isEmpty() && state.rounds().isEmpty()) {
            throw new NovumException(
                    ExitCode.UNAVAILABLE,
                    "nobody proposed a hypothesis: "
                            + proposed.stream()
                                    .map(one -> one.problem().isEmpty()
                                            ? "model " + one.model() + " made no proposal that the study allows"
                                            : one.problem())
                                    .collect(Collectors.joining("; "))
                            + "; run with --proposer both to ask the systematic hypotheses beside it");
        }
        return family;
    }

    private Proposed ask(String model, RoundOpened opened) {
        ResearchState state = opened.state();
        Discipline.Question question = new Discipline.Question(study, data, state, List.of());
        ModelProposer.Answer answer = models.ask(model, question, opened.notes());
        Proposed proposed = tools.steps()
                .pure(
                        ModelProposer.purpose(model, question),
                        Map.of(
                                "study", StudyDigest.of(study),
                                "data", data,
                                "state", state,
                                "answer", answer,
                                "most", study.team().budget().proposals()),
                        Proposed.class,
                        () -> models.sift(model, answer, question))
                .value();
        tools.steps()
                .event(new RunEvent.ModelProposed(
                        state.nextRound(),
                        model,
                        proposed.kept().size(),
                        proposed.dropped().claims(),
                        proposed.problem()));
        return proposed;
    }
}
