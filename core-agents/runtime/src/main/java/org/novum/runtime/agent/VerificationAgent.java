package org.novum.runtime.agent;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.event.RunEvent;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Verdict;
import org.novum.journal.Digest;
import org.novum.runtime.agent.LoopMessage.PlanFrozen;
import org.novum.runtime.agent.LoopMessage.RoundOpened;
import org.novum.runtime.ledger.Enrolment;
import org.novum.runtime.ledger.RegistrationRequest;
import org.novum.runtime.ledger.Ruling;
import org.novum.runtime.model.Withdrawn;

/**
 * Registers a frozen plan, and only then opens the confirmation rows, tests, and asks the ledger for its ruling.
 *
 * <p>It is the only agent that can open confirmation rows.
 */
final class VerificationAgent extends VerticleBase {
    private final Discipline discipline;
    private final DataAccess access;
    private final Registrar registrar;
    private final AgentTools tools;

    VerificationAgent(Discipline discipline, DataAccess access, Registrar registrar, AgentTools tools) {
        this.discipline = discipline;
        this.access = access;
        this.registrar = registrar;
        this.tools = tools;
    }

    @Override
    public Future<?> start() {
        tools.bus().serve(PlanFrozen.class, this::verify, tools.failures());
        return Future.succeededFuture();
    }

    private void verify(PlanFrozen frozen) {
        ResearchState state = frozen.question().state();
        int round = state.nextRound();
        String slice = registrar.slice(round);
        RegistrationRequest request = registrar.request(frozen.plan(), slice);
        Digest registration = request.hash();
        register(round, request, registration);
        access.open(registration, slice);
        Steps.Recorded<List<TestOutcome>> outcomes = test(round, frozen, slice);
        tools.steps().event(new RunEvent.FamilyTested(round, outcomes.value().size()));
        Ruling ruling = tools.steps()
                .idempotent(
                        ResearchLoop.decisionOf(round),
                        Map.of("registration", registration.hex(), "outcomes", outcomes.digest().hex()),
                        Ruling.class,
                        () -> registrar.ledger().decide(registration, outcomes.value()))
                .value();
        List<Verdict> verdicts = verdicts(round, frozen.plan(), outcomes, ruling);
        List<ResearchState.Judged> judged = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            judged.add(new ResearchState.Judged(
                    frozen.plan().family().get(i),
                    outcomes.value().get(i),
                    ruling.entries().get(i).decision(),
                    verdicts.get(i)));
        }
        tools.steps().event(new RunEvent.FamilyJudged(round, ruling.accepted(), judged.size()));
        List<ResearchState.Round> rounds = new ArrayList<>(state.rounds());
        rounds.add(new ResearchState.Round(frozen.plan(), frozen.analysis(), judged));
        tools.bus().send(RoundOpened.class, new RoundOpened(new ResearchState(rounds), frozen.remarks().notes()));
    }

    private void register(int round, RegistrationRequest request, Digest registration) {
        Enrolment enrolment = tools.steps()
                .idempotent(
                        "round-" + round + "/register",
                        Map.of("registration", registration.hex()),
                        Enrolment.class,
                        () -> registrar.ledger().register(request))
                .value();
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("round", round).put("level", enrolment.level()).put("firstIndex", enrolment.firstIndex());
        payload.put("plan", tools.steps().outputOf(ResearchLoop.planOf(round)).blobReference());
        access.registered(registration, request.sample().slice(), payload);
        tools.steps()
                .event(new RunEvent.PlanRegistered(
                        round, registration.hex(), request.sample().slice(), enrolment.level()));
    }

    private Steps.Recorded<List<TestOutcome>> test(int round, PlanFrozen frozen, String slice) {
        TestPlan plan = frozen.plan();
        Withdrawn withdrawn = frozen.remarks().withdrawn();
        Map<String, Object> input = new TreeMap<>();
        input.put("plan", plan);
        input.put("rows", access.digest(List.of(slice)).hex());
        if (!withdrawn.ids().isEmpty()) {
            input.put("withdrawn", withdrawn.ids());
        }
        return tools.steps()
                .pure(
                        ResearchLoop.testOf(round),
                        input,
                        new TypeReference<>() {},
                        () -> tools.workers()
                                .lend(
                                        "test",
                                        context -> withdrawn.in(Families.requireOnePerMember(
                                                plan,
                                                discipline.test(
                                                        plan, access.opened(List.of(slice), context.allocator()), context)))));
    }

    private List<Verdict> verdicts(
            int round, TestPlan plan, Steps.Recorded<List<TestOutcome>> outcomes, Ruling ruling) {
        return tools.steps()
                .pure(
                        ResearchLoop.verdictOf(round),
                        Map.of("outcomes", outcomes.digest().hex(), "ruling", ruling),
                        Verdicts.class,
                        () -> {
                            List<Verdict> verdicts = new ArrayList<>();
                            for (int i = 0; i < outcomes.value().size(); i++) {
                                LedgerDecision decision = ruling.entries().get(i).decision();
                                Verdict verdict = discipline.verdict(plan, outcomes.value().get(i), decision);
                                verdicts.add(Families.requireWithinRuling(verdict, ruling.entries().get(i)));
                            }
                            return new Verdicts(verdicts);
                        })
                .value()
                .verdicts();
    }
}
