package org.novum.runtime;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.Discipline;
import org.novum.api.event.RunEvent;
import org.novum.api.study.Study;
import org.novum.journal.CanonicalJson;
import org.novum.journal.EventListener;
import org.novum.journal.Registration.Requester;
import org.novum.journal.StepRunner;
import org.novum.models.settings.ModelSource;
import org.novum.report.FindingsDocument;
import org.novum.report.LedgerRow;
import org.novum.report.prose.Prose;
import org.novum.runtime.agent.AgentOperations;
import org.novum.runtime.agent.DataCheck;
import org.novum.runtime.agent.ResearchLoop;
import org.novum.runtime.agent.Steps;
import org.novum.runtime.agent.StudyDigest;
import org.novum.runtime.agent.Workers;
import org.novum.runtime.approval.Approver;
import org.novum.runtime.bundle.BundleWriter;
import org.novum.runtime.bundle.Findings;
import org.novum.runtime.bundle.RecordedDataset;
import org.novum.runtime.bundle.RunCard;
import org.novum.runtime.content.Contents;
import org.novum.runtime.content.Sketching;
import org.novum.runtime.ledger.Ledger;
import org.novum.runtime.ledger.RegistrationRequest;
import org.novum.runtime.literature.Retrieved;
import org.novum.runtime.model.Doubts;
import org.novum.runtime.model.ModelDesk;
import org.novum.runtime.partition.PartitionedData;
import org.novum.runtime.partition.Slices;
import org.novum.runtime.tool.ToolSource;
import org.novum.runtime.tool.call.Lines;
import org.novum.runtime.tool.call.ToolDesk;

/** The steps of one run from opening the data to the findings, live or replayed. */
final class RunSession {
    private final Plugins plugins;
    private final RunEnvironment environment;
    private final RunListener listener;

    RunSession(Plugins plugins, RunEnvironment environment, RunListener listener) {
        this.plugins = plugins;
        this.environment = environment;
        this.listener = listener;
    }

    /**
     * Where the steps of a run are recorded, and who answers for its models.
     *
     * @param runner journal or replay
     * @param outside what can be reached
     * @param doubts calls that a crash interrupted
     * @param approver who is asked before a plan is registered
     */
    record Desks(StepRunner runner, Outside outside, Doubts doubts, Approver approver) {}

    /**
     * What a run can reach.
     *
     * @param models where clients of models come from
     * @param tools where lines to foreign servers come from
     */
    record Outside(ModelSource models, ToolSource tools) {
        /** Nothing; what a replay can reach. */
        static final Outside NONE = new Outside(ModelSource.NONE, ToolSource.NONE);
    }

    /** How a run gets at its data. */
    interface Opener {
        /** Opens what the study names, for the first time. */
        Dataset open();

        /** Opens the data that were recorded, wherever they are now. */
        Dataset reopen(DatasetCard recorded);
    }

    /** Turns recorded run events back into typed ones for a listener; other events pass by. */
    static EventListener published(RunListener listener) {
        return (_, event) -> {
            if (event.payload().has("type")) {
                listener.happened(Json.read(CanonicalJson.bytes(event.payload()), RunEvent.class));
            }
        };
    }

    BundleWriter.Outcome execute(Desks desks, RunCard card, Ledger ledger, Opener opener) {
        Steps steps = new Steps(desks.runner());
        try (EventLoops loops = EventLoops.start();
                Workers workers = new Workers(environment.workers(), environment.allocator(), listener::happened);
                Dataset data = open(steps, card, opener);
                ToolDesk foreign = new ToolDesk(
                        desks.runner(), card.study().tools(), new Lines(desks.outside().tools()), environment.clock())) {
            Study study = card.study();
            Discipline discipline = plugins.discipline(study.discipline());
            AgentOperations.check(study, discipline);
            DataCheck.run(steps, workers, discipline, new DataCheck.Checked(study, data, environment.clock()));
            Retrieved literature = new LiteratureDesk(plugins.librarian()).read(study, steps);
            PartitionPolicy policy = steps.pure(
                            "partition",
                            Map.of("study", StudyDigest.of(study), "data", data.card()),
                            PartitionPolicy.class,
                            () -> discipline.partitionPolicy(study, data.card()))
                    .value();
            Contents contents = steps.pure(
                            "content",
                            Map.of("data", data.card()),
                            Contents.class,
                            () -> workers.lend("content", context -> Sketching.of(data, context)))
                    .value();
            long looks = fixPartition(
                    steps,
                    card,
                    ledger,
                    new RegistrationRequest.Sample(data.card(), policy, Slices.EXPLORATION, contents));
            steps.event(new RunEvent.DataOpened(
                    data.card().parts().size(), data.card().rows(), String.join(", ", Slices.of(policy))));
            PartitionedData partitioned = new PartitionedData(data, policy, study.experiment());
            ModelDesk desk = new ModelDesk(
                    desks.runner(),
                    card.id(),
                    study.team(),
                    new ModelDesk.Surroundings(desks.outside().models(), environment.clock(), desks.doubts()));
            ResearchLoop.Result result = new ResearchLoop(
                            loops.vertx(),
                            steps,
                            workers,
                            new ResearchLoop.Desks(desk, foreign, desks.approver(), literature))
                    .run(new ResearchLoop.Inquiry(study, discipline, partitioned, ledger, card.id()));
            ProseDesk prose = new ProseDesk(steps, desk, new ProseDesk.Sources(discipline.card(), literature));
            return conclude(steps, card, ledger, new Conclusion(data.card(), result, looks, literature, prose));
        }
    }

    private record Conclusion(
            DatasetCard data, ResearchLoop.Result result, long looks, Retrieved literature, ProseDesk prose) {}

    private static Dataset open(Steps steps, RunCard card, Opener opener) {
        FirstOpening first = new FirstOpening(opener);
        try {
            DatasetCard recorded = steps.idempotent(
                            "data", Map.of("source", card.study().data()), DatasetCard.class, first::card)
                    .value();
            return new RecordedDataset(
                    recorded, () -> first.dataset == null ? opener.reopen(recorded) : first.dataset);
        } catch (RuntimeException failed) {
            first.close();
            throw failed;
        }
    }

    /** Keeps a dataset that the step has just opened, so that it is not opened twice. */
    private static final class FirstOpening {
        private final Opener opener;
        private @org.jspecify.annotations.Nullable Dataset dataset;

        FirstOpening(Opener opener) {
            this.opener = opener;
        }

        DatasetCard card() {
            Dataset opened = opener.open();
            dataset = opened;
            return opened.card();
        }

        void close() {
            if (dataset != null) {
                dataset.close();
            }
        }
    }

    private static long fixPartition(Steps steps, RunCard card, Ledger ledger, RegistrationRequest.Sample sample) {
        return steps.idempotent(
                        "ledger/partition",
                        Map.of("policy", sample.policy()),
                        Long.class,
                        () -> ledger.fixPartition(sample, new Requester(card.study().name(), card.id())))
                .value();
    }

    private static BundleWriter.Outcome conclude(Steps steps, RunCard card, Ledger ledger, Conclusion conclusion) {
        List<LedgerRow> rows = steps.idempotent(
                        BundleWriter.LEDGER_STEP, Map.of(), new TypeReference<List<LedgerRow>>() {}, ledger::rows)
                .value();
        Findings findings = new Findings(card, conclusion.data(), conclusion.result(), conclusion.literature());
        Map<String, Object> made = new TreeMap<>();
        made.put("run", card);
        made.put("measured", steps.outputOf(ResearchLoop.MEASURE).hex());
        if (!conclusion.literature().showsNothing()) {
            made.put("literature", conclusion.literature());
            made.put("citations", conclusion.result().citations());
        }
        Steps.Recorded<byte[]> bytes = steps.pureBytes(
                BundleWriter.FINDINGS_STEP, made, () -> findings.document(steps).toBytes());
        FindingsDocument document = FindingsDocument.parse(bytes.value());
        Optional<Prose> prose = conclusion.prose().write(card.study(), document, conclusion.result().doubts());
        steps.event(new RunEvent.RunFinished(document.findings().size(), (int) document.tested()));
        return new BundleWriter.Outcome(findings, document, bytes, rows, conclusion.looks(), prose);
    }
}
