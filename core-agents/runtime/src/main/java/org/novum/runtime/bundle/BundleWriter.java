package org.novum.runtime.bundle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.novum.api.data.DataPart;
import org.novum.api.discipline.DisciplineCard;
import org.novum.api.discipline.ResearchState;
import org.novum.api.study.Study;
import org.novum.journal.CanonicalJson;
import org.novum.journal.Digest;
import org.novum.journal.JournalReader;
import org.novum.journal.JournalRecord;
import org.novum.report.FindingsDocument;
import org.novum.report.LedgerCsv;
import org.novum.report.LedgerRow;
import org.novum.report.Literature;
import org.novum.report.ReportModel;
import org.novum.report.ReportPage;
import org.novum.report.ResearchObject;
import org.novum.report.prose.Prose;
import org.novum.runtime.Json;
import org.novum.runtime.agent.Steps;

/** Writes the files of an evidence bundle from the outcome of a run. */
public final class BundleWriter {
    /** Name of the step that takes the ledger's snapshot. */
    public static final String LEDGER_STEP = "ledger/snapshot";

    /** Name of the step whose output is the findings file. */
    public static final String FINDINGS_STEP = "findings";

    private final Bundle bundle;
    private final DisciplineCard discipline;

    /**
     * @param bundle to write to
     * @param discipline whose methods the report cites
     */
    public BundleWriter(Bundle bundle, DisciplineCard discipline) {
        this.bundle = bundle;
        this.discipline = discipline;
    }

    /**
     * The outcome of a run.
     *
     * @param assembled findings and what they were made from
     * @param document the findings
     * @param findings its recorded bytes
     * @param ledger the experiment's ledger when the run ended
     * @param looks how often people had looked at the data outside any registration
     * @param prose of a model around the findings, where there is any
     */
    public record Outcome(
            Findings assembled,
            FindingsDocument document,
            Steps.Recorded<byte[]> findings,
            List<LedgerRow> ledger,
            long looks,
            Optional<Prose> prose) {
        /** Digest of the findings' bytes. */
        public Digest digest() {
            return findings.digest();
        }
    }

    /**
     * Writes all files; each is whole or not there. The same outcome and record give the same bytes.
     *
     * @return digest of each file by its name
     */
    public Map<String, String> write(Outcome outcome, JournalReader journal) {
        Instant ended = ended(journal);
        Map<String, String> digests = new TreeMap<>();
        List<ReportModel.JournalStep> steps = steps(journal);
        byte[] study = CanonicalJson.pretty(CanonicalJson.tree(recorded(outcome.assembled().card().study())));
        byte[] ledger = LedgerCsv.toBytes(outcome.ledger());
        byte[] report = ReportPage.render(model(outcome, journal, steps));
        write(digests, Bundle.STUDY, study);
        write(digests, Bundle.FINDINGS, outcome.findings().value());
        write(digests, Bundle.LEDGER, ledger);
        write(digests, Bundle.REPORT, report);
        List<ResearchObject.BundleFile> parts = new ArrayList<>(List.of(
                file(Bundle.FINDINGS, "application/json", "What was found", outcome.findings().value()),
                file(Bundle.LEDGER, "text/csv", "Every hypothesis ever asked of the experiment", ledger),
                file(Bundle.REPORT, "text/html", "The report page", report)));
        OutsideCalls.ofModels(journal).ifPresent(calls -> {
            write(digests, Bundle.MODELS, calls);
            parts.add(file(Bundle.MODELS, "application/json", "Every call of a language model", calls));
        });
        OutsideCalls.ofTools(journal).ifPresent(calls -> {
            write(digests, Bundle.TOOLS, calls);
            parts.add(file(Bundle.TOOLS, "application/json", "Every call of a foreign tool", calls));
        });
        parts.add(new ResearchObject.BundleFile(
                Bundle.JOURNAL, "application/vnd.sqlite3", "The hash-chained journal of the run", null, null));
        parts.add(new ResearchObject.BundleFile(
                Bundle.BLOBS + "/", "", "Outputs of all steps, named by their SHA-256", null, null));
        Study asked = outcome.assembled().card().study();
        ResearchObject crate = new ResearchObject(
                "Evidence bundle of the study " + asked.name(),
                asked.question(),
                ended.toString(),
                "https://spdx.org/licenses/CC-BY-4.0",
                file(Bundle.STUDY, "application/json", "The study as it was run", study),
                new ResearchObject.RunCard(
                        outcome.document().run().id(),
                        outcome.document().run().versions().getOrDefault("novum", ""),
                        outcome.document().run().seed(),
                        ended.toString(),
                        null),
                outcome.document().run().data().stream()
                        .map(data -> new ResearchObject.Input(data, null, null, null))
                        .toList(),
                parts,
                steps);
        List<Literature.Folder> read =
                outcome.document().literature().map(Literature::folders).orElse(List.of());
        write(digests, Bundle.CRATE, crate.reading(read).toBytes());
        return digests;
    }

    /** The study as the journal has it, whose keys have the same order in a run and in its resumption. */
    private static Study recorded(Study study) {
        return Json.read(CanonicalJson.bytes(CanonicalJson.tree(study)), Study.class);
    }

    private void write(Map<String, String> digests, String name, byte[] bytes) {
        bundle.write(name, bytes);
        digests.put(name, Digest.of(bytes).hex());
    }

    /** When the findings were recorded. */
    private static Instant ended(JournalReader journal) {
        return journal.entries(JournalRecord.Result.class).stream()
                .filter(entry -> ((JournalRecord.Result) entry.record()).step().equals(FINDINGS_STEP))
                .map(entry -> Instant.ofEpochMilli(entry.header().recordedAt()))
                .findFirst()
                .orElseThrow();
    }

    private static ResearchObject.BundleFile file(String path, String type, String description, byte[] bytes) {
        return new ResearchObject.BundleFile(
                path, type, description, (long) bytes.length, Digest.of(bytes).hex());
    }

    private ReportModel model(Outcome outcome, JournalReader journal, List<ReportModel.JournalStep> steps) {
        Study study = outcome.assembled().card().study();
        ReportModel model = new ReportModel(
                new ReportModel.StudySection(
                        study.name(), study.question(), study.experiment(), study.discipline(), study.options()),
                outcome.document(),
                outcome.assembled().details(),
                outcome.assembled().verdicts(),
                rounds(outcome.assembled().result().state(), journal),
                outcome.ledger(),
                steps,
                new ReportModel.Methods(notes(outcome), discipline.citations()),
                warnings(outcome));
        return outcome.prose().map(model::told).orElse(model);
    }

    private List<ReportModel.Methods.Note> notes(Outcome outcome) {
        List<ReportModel.Methods.Note> notes = new ArrayList<>();
        notes.add(new ReportModel.Methods.Note(
                "Registration",
                "Hypotheses, statistic, selection and the rows to be opened are committed to the journal by hash before the"
                        + " confirmation rows are opened; the journal refuses an opening without its registration."));
        notes.add(new ReportModel.Methods.Note(
                "Error ledger",
                "All registrations on these data pay from one promised false discovery rate; a family is judged together by"
                        + " LOND over batches (Javanmard and Montanari 2018 with Benjamini and Hochberg 1995 inside the"
                        + " family)."));
        outcome.assembled().result().state().rounds().stream()
                .map(ResearchState.Round::plan)
                .forEach(plan -> notes.add(new ReportModel.Methods.Note(
                        "Test of round " + (notes.size() - 1), plan.statistic() + " Selection: " + plan.selection())));
        return notes;
    }

    private static List<String> warnings(Outcome outcome) {
        return outcome.looks() == 0
                ? List.of()
                : List.of("People have looked at these data " + outcome.looks()
                        + " times outside any registration (novum call); what they saw may have shaped the study.");
    }

    private static List<ReportModel.Round> rounds(ResearchState state, JournalReader journal) {
        Map<Integer, JournalRecord.Registered> registered = new HashMap<>();
        journal.records(JournalRecord.Registered.class)
                .forEach(record -> registered.put(record.payload().path("round").asInt(), record));
        List<ReportModel.Round> rounds = new ArrayList<>();
        for (int i = 0; i < state.rounds().size(); i++) {
            ResearchState.Round round = state.rounds().get(i);
            JournalRecord.Registered registration = registered.get(i + 1);
            rounds.add(new ReportModel.Round(
                    i + 1,
                    round.plan().family().size() + " hypotheses by "
                            + round.plan().family().getFirst().proposer() + "; the first: "
                            + round.plan().family().getFirst().statement(),
                    round.analysis().summary(),
                    registration.plan().hex(),
                    registration.payload().path("slice").asText(),
                    round.judged().stream()
                            .map(judged -> new ReportModel.Judged(
                                    judged.hypothesis().id(),
                                    judged.hypothesis().statement(),
                                    judged.verdict()))
                            .toList()));
        }
        return rounds;
    }

    private static List<ReportModel.JournalStep> steps(JournalReader journal) {
        Map<String, JournalRecord.Intent> intents = new HashMap<>();
        journal.records(JournalRecord.Intent.class).forEach(intent -> intents.put(intent.step().name(), intent));
        return journal.entries(JournalRecord.Result.class).stream()
                .map(entry -> {
                    JournalRecord.Result result = (JournalRecord.Result) entry.record();
                    return new ReportModel.JournalStep(
                            entry.sequence(),
                            result.step(),
                            intents.get(result.step()).step().kind().name(),
                            result.input().hex(),
                            result.output().hex());
                })
                .toList();
    }
}
