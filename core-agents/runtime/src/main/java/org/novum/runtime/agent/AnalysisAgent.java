package org.novum.runtime.agent;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import java.util.Map;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.TestPlan;
import org.novum.api.event.RunEvent;
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
        Map<String, Object> input = Map.of(
                "study", StudyDigest.of(question.study()),
                "family", question.family(),
                "state", question.state(),
                "rows", access.digest(slices).hex());
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
        TestPlan plan = tools.steps()
                .pure(
                        ResearchLoop.planOf(round),
                        Map.of(
                                "study", StudyDigest.of(question.study()),
                                "family", question.family(),
                                "state", question.state(),
                                "analysis", analysis.digest().hex()),
                        TestPlan.class,
                        () -> discipline.plan(question, analysis.value()))
                .value();
        Families.requireDistinct(plan.family());
        tools.bus().send(PlanFrozen.class, new PlanFrozen(question, analysis.value(), plan));
    }
}
