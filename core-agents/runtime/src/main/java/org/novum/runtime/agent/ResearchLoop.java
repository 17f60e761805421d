package org.novum.runtime.agent;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.novum.api.data.DatasetCard;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.ResearchState;
import org.novum.api.finding.Measurement;
import org.novum.api.study.Study;
import org.novum.report.Literature;
import org.novum.runtime.agent.LoopMessage.ResearchEnded;
import org.novum.runtime.agent.LoopMessage.RoundOpened;
import org.novum.runtime.ledger.Ledger;
import org.novum.runtime.literature.Retrieved;
import org.novum.runtime.model.Criticism;
import org.novum.runtime.approval.Approver;
import org.novum.runtime.model.ModelDesk;
import org.novum.runtime.partition.PartitionedData;
import org.novum.runtime.tool.call.ToolDesk;

/**
 * One run of the research cycle: rounds of proposing, analysing, registering, testing and judging by agents on a bus, and
 * at their end the measurement.
 *
 * <p>A live run, its resumption and its replay are the same loop over other {@link Steps}.
 */
public final class ResearchLoop {
    /** Name of the step that measures. */
    public static final String MEASURE = "measure";

    /** Name of the step that looks at the rows of exploration before anything is proposed. */
    public static final String EXPLORE = "explore";

    private final Vertx vertx;
    private final Steps steps;
    private final Workers workers;
    private final Desks desks;

    /**
     * Whom the agents may ask.
     *
     * @param models desk over which models are asked
     * @param tools desk over which foreign tools are called
     * @param approver who is asked before a plan is registered
     * @param literature that models are shown passages of
     */
    public record Desks(ModelDesk models, ToolDesk tools, Approver approver, Retrieved literature) {}

    /**
     * @param vertx on which the agents live
     * @param steps journal or replay
     * @param workers for the heavy work
     * @param desks whom the agents may ask
     */
    public ResearchLoop(Vertx vertx, Steps steps, Workers workers, Desks desks) {
        this.vertx = vertx;
        this.steps = steps;
        this.workers = workers;
        this.desks = desks;
    }

    /**
     * Who asks what of which data.
     *
     * @param study that asks
     * @param discipline that answers
     * @param data cut by the registered policy
     * @param ledger that pays
     * @param runId of the run
     */
    public record Inquiry(Study study, Discipline discipline, PartitionedData data, Ledger ledger, String runId) {}

    /**
     * What came out.
     *
     * @param state all rounds
     * @param measurements for the findings
     * @param doubts that a critic has of what was accepted
     * @param citations of literature in proposals
     */
    public record Result(
            ResearchState state,
            List<Measurement> measurements,
            List<Criticism.Doubt> doubts,
            List<Literature.Citation> citations) {}

    /** Name of the step that freezes the plan of a round. */
    public static String planOf(int round) {
        return "round-" + round + "/plan";
    }

    /** Name of the step that takes the ledger's ruling in a round. */
    public static String decisionOf(int round) {
        return "round-" + round + "/decide";
    }

    /** Name of the step that gives the verdicts of a round. */
    public static String verdictOf(int round) {
        return "round-" + round + "/verdict";
    }

    /** Name of the step that tests in a round. */
    public static String testOf(int round) {
        return "round-" + round + "/test";
    }

    /** Runs all rounds and measures what they found. */
    public Result run(Inquiry inquiry) {
        desks.tools().open(inquiry.study());
        Registrar registrar = new Registrar(
                inquiry.ledger(), inquiry.study(), inquiry.discipline().card(), inquiry.data(), inquiry.runId());
        DataAccess access = new DataAccess(registrar, steps);
        ResearchEnded ended = rounds(inquiry.discipline(), registrar, access);
        ResearchState state = ended.state();
        List<String> open = access.open();
        Steps.Recorded<List<Measurement>> measured = steps.pure(
                MEASURE,
                Map.of(
                        "study", StudyDigest.of(inquiry.study()),
                        "state", state,
                        "rows", access.digest(open).hex()),
                new TypeReference<>() {},
                () -> workers.lend(
                        "measure",
                        context -> inquiry.discipline()
                                .measure(state, access.opened(open, context.allocator()), context)));
        return new Result(state, measured.value(), ended.doubts(), ended.citations());
    }

    private ResearchEnded rounds(Discipline discipline, Registrar registrar, DataAccess access) {
        CompletableFuture<ResearchEnded> ended = new CompletableFuture<>();
        TypedBus bus = new TypedBus(vertx.eventBus(), registrar.runId());
        AgentTools tools = new AgentTools(
                steps,
                workers,
                desks.models(),
                desks.tools(),
                desks.approver(),
                desks.literature(),
                bus,
                ended::completeExceptionally);
        HypothesisSpace space = space(discipline, registrar, access);
        bus.serve(ResearchEnded.class, ended::complete, ended::completeExceptionally);
        List<VerticleBase> agents = List.of(
                new HypothesisAgent(registrar, space, tools),
                new AnalysisAgent(discipline, access, space, tools),
                new VerificationAgent(discipline, access, registrar, tools));
        List<String> deployments = agents.stream().map(this::deploy).toList();
        try {
            bus.send(RoundOpened.class, new RoundOpened(ResearchState.EMPTY, List.of()));
            return await(ended);
        } finally {
            deployments.forEach(id -> await(vertx.undeploy(id).toCompletionStage().toCompletableFuture()));
        }
    }

    /** The space of hypotheses; where they follow from the data, the rows of exploration are looked at first. */
    private HypothesisSpace space(Discipline discipline, Registrar registrar, DataAccess access) {
        Study study = registrar.study();
        DatasetCard card = registrar.data().card();
        if (!discipline.proposesFromData(study)) {
            return discipline.hypothesisSpace(study, card);
        }
        List<String> slices = access.explore(0);
        JsonNode explored = steps.pure(
                        EXPLORE,
                        Map.of("study", StudyDigest.of(study), "rows", access.digest(slices).hex()),
                        JsonNode.class,
                        () -> workers.lend(
                                EXPLORE,
                                context -> discipline.explore(study, access.opened(slices, context.allocator()), context)))
                .value();
        return discipline.hypothesisSpace(study, card, explored);
    }

    private String deploy(VerticleBase agent) {
        DeploymentOptions virtual = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
        return await(vertx.deployVerticle(agent, virtual).toCompletionStage().toCompletableFuture());
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("an agent failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", interrupted);
        }
    }
}
