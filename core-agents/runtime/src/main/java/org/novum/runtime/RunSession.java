package org.novum.runtime;

import com.fasterxml.jackson.core.type.TypeReference;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.Discipline;
import org.novum.api.event.RunEvent;
import org.novum.api.study.Study;
import org.novum.journal.CanonicalJson;
import org.novum.journal.EventListener;
import org.novum.journal.Registration.Requester;
import org.novum.report.FindingsDocument;
import org.novum.report.LedgerRow;
import org.novum.runtime.agent.ResearchLoop;
import org.novum.runtime.agent.Steps;
import org.novum.runtime.agent.TypedBus;
import org.novum.runtime.agent.Workers;
import org.novum.runtime.bundle.BundleWriter;
import org.novum.runtime.bundle.Findings;
import org.novum.runtime.bundle.RunCard;
import org.novum.runtime.ledger.Ledger;
import org.novum.runtime.ledger.RegistrationRequest;
import org.novum.runtime.partition.PartitionedData;
import org.novum.runtime.partition.Slices;

/** The steps of one run from opening the data to the findings, live or replayed. */
final class RunSession {
    private static final long STOP_SECONDS = 10;

    private final Plugins plugins;
    private final RunEnvironment environment;
    private final RunListener listener;

    RunSession(Plugins plugins, RunEnvironment environment, RunListener listener) {
        this.plugins = plugins;
        this.environment = environment;
        this.listener = listener;
    }

    /** Opens the data of a run; the argument is a recorded card, or an empty one if nothing is recorded yet. */
    @FunctionalInterface
    interface Opener {
        Dataset open(DatasetCard recorded);
    }

    /** Turns recorded run events back into typed ones for a listener; other events pass by. */
    static EventListener published(RunListener listener) {
        return (_, event) -> {
            if (event.payload().has("type")) {
                listener.happened(Json.read(CanonicalJson.bytes(event.payload()), RunEvent.class));
            }
        };
    }

    BundleWriter.Outcome execute(Steps steps, RunCard card, Ledger ledger, Opener opener) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(false));
        TypedBus.prepare(vertx.eventBus());
        try (Workers workers = new Workers(environment.workers(), environment.allocator(), listener::happened);
                OpenedData data = open(steps, opener)) {
            Study study = card.study();
            Discipline discipline = plugins.discipline(study.discipline());
            PartitionPolicy policy = steps.pure(
                            "partition",
                            Map.of("options", study.options(), "data", data.card()),
                            PartitionPolicy.class,
                            () -> discipline.partitionPolicy(study, data.card()))
                    .value();
            long looks = fixPartition(steps, card, ledger, new RegistrationRequest.Sample(data.card(), policy, Slices.EXPLORATION));
            steps.event(new RunEvent.DataOpened(
                    data.card().parts().size(), data.card().rows(), String.join(", ", Slices.of(policy))));
            PartitionedData partitioned = new PartitionedData(data.dataset(), policy, study.experiment());
            ResearchLoop.Result result = new ResearchLoop(vertx, steps, workers)
                    .run(new ResearchLoop.Inquiry(study, discipline, partitioned, ledger, card.id()));
            return conclude(steps, card, ledger, new Conclusion(data.card(), result, looks));
        } finally {
            stop(vertx);
        }
    }

    private record Conclusion(DatasetCard data, ResearchLoop.Result result, long looks) {}

    private record OpenedData(Dataset dataset, DatasetCard card) implements AutoCloseable {
        @Override
        public void close() {
            dataset.close();
        }
    }

    private static OpenedData open(Steps steps, Opener opener) {
        Dataset[] opened = new Dataset[1];
        DatasetCard card = steps.idempotent("data", Map.of(), DatasetCard.class, () -> {
                    opened[0] = opener.open(new DatasetCard("", List.of()));
                    return opened[0].card();
                })
                .value();
        Dataset dataset = opened[0] == null ? opener.open(card) : opened[0];
        return new OpenedData(dataset, card);
    }

    private static long fixPartition(Steps steps, RunCard card, Ledger ledger, RegistrationRequest.Sample sample) {
        return steps.idempotent(
                        "ledger/partition",
                        Map.of("policy", sample.policy()),
                        Long.class,
                        () -> ledger.fixPartition(sample, new Requester(card.study().name(), card.id())))
                .value();
    }

    private BundleWriter.Outcome conclude(Steps steps, RunCard card, Ledger ledger, Conclusion conclusion) {
        List<LedgerRow> rows = steps.idempotent(
                        "ledger/snapshot", Map.of(), new TypeReference<List<LedgerRow>>() {}, ledger::rows)
                .value();
        Findings findings = new Findings(card, conclusion.data(), conclusion.result());
        Steps.Recorded<byte[]> bytes = steps.pureBytes(
                "findings",
                Map.of("run", card, "measured", steps.outputOf(ResearchLoop.MEASURE).hex()),
                () -> findings.document(steps).toBytes());
        FindingsDocument document = FindingsDocument.parse(bytes.value());
        steps.event(new RunEvent.RunFinished(document.findings().size(), (int) document.tested()));
        return new BundleWriter.Outcome(findings, document, bytes, rows, conclusion.looks());
    }

    private static void stop(Vertx vertx) {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException stuck) {
            throw new IllegalStateException("Vert.x did not stop", stuck);
        }
    }
}
