package org.novum.runtime.agent;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Priors;
import org.novum.api.discipline.TestPlan;
import org.novum.api.event.RunEvent;
import org.novum.runtime.model.Weighing;
import org.novum.runtime.agent.LoopMessage.FamilyProposed;
import org.novum.runtime.agent.LoopMessage.PlanFrozen;

/** Looks at exploration rows for a family, and freezes its test. */
final class AnalysisAgent extends VerticleBase {
    private final Discipline discipline;
    private final DataAccess access;
    private final AgentTools tools;
    private final AgentOperations operations;

    AnalysisAgent(Discipline discipline, DataAccess access, AgentTools tools) {
        this.discipline = discipline;
        this.access = access;
        this.tools = tools;
        this.operations = new AgentOperations(discipline, access, tools);
    }

    @Override
    public Future<?> start() {
        tools.bus().serve(FamilyProposed.class, message -> analyse(message.question()), tools.failures());
        return Future.succeededFuture();
    }

    private void analyse(Discipline.Question question) {
        int round = question.state().nextRound();
        List<String> slices = access.explore(round);
        operations.call(question.study(), round, slices);
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
        TestPlan plan = tools.steps()
                .pure(
                        ResearchLoop.planOf(round),
                        planned,
                        TestPlan.class,
                        () -> Weighing.weigh(discipline.plan(question, analysis.value()), question.priors()))
                .value();
        Families.requireDistinct(plan.family());
        tools.bus().send(PlanFrozen.class, new PlanFrozen(question, analysis.value(), plan));
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
