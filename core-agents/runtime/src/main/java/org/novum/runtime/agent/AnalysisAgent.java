package org.novum.runtime.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.Priors;
import org.novum.api.discipline.TestPlan;
import org.novum.api.event.RunEvent;
import org.novum.api.study.Team;
import org.novum.runtime.model.Inspection;
import org.novum.runtime.model.ModelAnalyst;
import org.novum.runtime.model.Weighing;
import org.novum.runtime.model.Withdrawn;
import org.novum.runtime.taint.Admitted;
import org.novum.runtime.taint.AuthorisedCall;
import org.novum.runtime.taint.AuthorisedTool;
import org.novum.runtime.taint.Sourced;
import org.novum.runtime.taint.ToolGate;
import org.novum.runtime.agent.LoopMessage.FamilyProposed;
import org.novum.runtime.agent.LoopMessage.PlanFrozen;

/** Looks at exploration rows for a family, and freezes its test. */
final class AnalysisAgent extends VerticleBase {
    private final Discipline discipline;
    private final DataAccess access;
    private final AgentTools tools;
    private final AgentOperations operations;
    private final ModelAnalyst analyst;
    private final HypothesisSpace space;

    AnalysisAgent(Discipline discipline, DataAccess access, HypothesisSpace space, AgentTools tools) {
        this.discipline = discipline;
        this.access = access;
        this.tools = tools;
        this.operations = new AgentOperations(discipline, access, tools);
        this.analyst = new ModelAnalyst(tools.desk(), discipline, new ToolGate(tools.foreign().admitted()));
        this.space = space;
    }

    @Override
    public Future<?> start() {
        tools.bus().serve(FamilyProposed.class, message -> analyse(message.question()), tools.failures());
        return Future.succeededFuture();
    }

    private void analyse(Discipline.Question question) {
        int round = question.state().nextRound();
        List<String> slices = access.explore(round);
        List<Sourced<String>> notes = new ArrayList<>(operations.call(question.study(), round, slices));
        notes.addAll(inspect(question, slices));
        Map<String, Object> input = input(question);
        input.put("rows", access.digest(slices).hex());
        Steps.Recorded<Analysis> analysis = tools.steps()
                .pure(
                        "round-" + round + "/analyse",
                        input,
                        Analysis.class,
                        () -> tools.workers()
                                .lend(
                                        "analyse",
                                        context -> discipline.analyse(
                                                question, access.opened(slices, context.allocator()), context)));
        tools.steps().event(new RunEvent.FamilyAnalysed(round, analysis.value().summary()));
        Map<String, Object> planned = input(question);
        planned.put("analysis", analysis.digest().hex());
        Supplier<TestPlan> work = () -> Weighing.weigh(discipline.plan(question, analysis.value()), question.priors());
        CriticDesk critic = new CriticDesk(question.study().team(), space, tools);
        Withdrawn withdrawn = Withdrawn.NOTHING;
        if (critic.serves() || ApprovalGate.stands(question.study())) {
            TestPlan draft = tools.steps()
                    .pure("round-" + round + "/draft", planned, TestPlan.class, work)
                    .value();
            withdrawn = critic.beforeTest(question, draft);
            if (ApprovalGate.stands(question.study())) {
                withdrawn = new ApprovalGate(tools.approver(), tools.steps()).pass(question, draft, withdrawn);
            }
            planned.put("withdrawn", withdrawn);
        }
        Withdrawn without = withdrawn;
        TestPlan plan = tools.steps()
                .pure(ResearchLoop.planOf(round), planned, TestPlan.class, () -> without.in(work.get()))
                .value();
        Families.requireDistinct(plan.family());
        PlanFrozen.Remarks remarks = new PlanFrozen.Remarks(notes, withdrawn);
        tools.bus().send(PlanFrozen.class, new PlanFrozen(question, analysis.value(), plan, remarks));
    }

    /** Lets the study's analyst look, where there is one and there are rows to look at. */
    private List<Sourced<String>> inspect(Discipline.Question question, List<String> slices) {
        if (!question.study().team().has(Team.ANALYST) || slices.isEmpty()) {
            return List.of();
        }
        int round = question.state().nextRound();
        String purpose = ModelAnalyst.purpose(Team.ANALYST, question);
        Inspection inspected = analyst.inspect(Team.ANALYST, question, new ModelAnalyst.Caller() {
            @Override
            public Sourced<JsonNode> call(Admitted<AuthorisedCall<?>> call, int number) {
                Sourced<JsonNode> result = operations.call(call, purpose + "/tool-" + number, slices);
                tools.steps().event(new RunEvent.OperationCalled(round, call.value().call().operation()));
                return result;
            }

            @Override
            public Sourced<JsonNode> callForeign(Admitted<AuthorisedTool> call, int number) {
                return operations.callForeign(call, purpose + "/tool-" + number, Team.ANALYST);
            }
        });
        Inspection recorded = tools.steps()
                .pure(purpose, Map.of("inspected", inspected), Inspection.class, () -> inspected)
                .value();
        tools.steps()
                .event(new RunEvent.ModelInspected(
                        round, Team.ANALYST, recorded.calls(), recorded.repeats(), recorded.problem()));
        return Sourced.isBlank(recorded.note()) ? List.of() : List.of(recorded.note());
    }

    /** Priors are named where there are any, so that a study without models has the steps that it always had. */
    private static Map<String, Object> input(Discipline.Question question) {
        Map<String, Object> input = new TreeMap<>();
        input.put("study", StudyDigest.of(question.study()));
        input.put("family", question.family());
        input.put("state", question.state());
        if (!question.priors().equals(Priors.NONE)) {
            input.put("priors", question.priors());
        }
        return input;
    }
}
