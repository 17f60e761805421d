package org.novum.runtime.replay;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.Measurement;
import org.novum.api.finding.Verdict;
import org.novum.journal.BlobStore;
import org.novum.journal.CanonicalJson;
import org.novum.journal.Digest;
import org.novum.journal.JournalEntry;
import org.novum.journal.JournalException;
import org.novum.journal.JournalReader;
import org.novum.journal.JournalRecord;
import org.novum.report.LedgerRow;
import org.novum.runtime.Json;
import org.novum.runtime.agent.ResearchLoop;
import org.novum.runtime.agent.Verdicts;
import org.novum.runtime.bundle.BundleWriter;
import org.novum.runtime.bundle.RunCard;
import org.novum.runtime.ledger.Ruling;
import org.novum.runtime.literature.Retrieved;

/** What a journal and its blobs say of a run, as typed values. */
final class RecordedRun {
    private final JournalReader journal;
    private final BlobStore blobs;
    private final List<JournalEntry> entries;
    private final Map<String, JournalRecord.Result> results = new HashMap<>();

    RecordedRun(JournalReader journal, BlobStore blobs) {
        this.journal = journal;
        this.blobs = blobs;
        this.entries = journal.entries();
        records(JournalRecord.Result.class).forEach(result -> results.put(result.step(), result));
    }

    /** One round that was registered. */
    record Round(int number, JournalEntry registration, JournalRecord.Registered registered) {}

    RunCard card() {
        return records(JournalRecord.RunStarted.class).stream()
                .findFirst()
                .map(started -> Json.read(CanonicalJson.bytes(started.payload()), RunCard.class))
                .orElseThrow(() -> new JournalException("the start of the run is not recorded in " + journal.location()));
    }

    /** How the run ended, as recorded last. */
    Optional<JournalRecord.RunFinished> finished() {
        List<JournalRecord.RunFinished> endings = records(JournalRecord.RunFinished.class);
        return endings.isEmpty() ? Optional.empty() : Optional.of(endings.getLast());
    }

    List<Round> rounds() {
        List<Round> rounds = new ArrayList<>();
        for (JournalEntry entry : entries) {
            if (entry.record() instanceof JournalRecord.Registered registered) {
                rounds.add(new Round(registered.payload().path("round").asInt(), entry, registered));
            }
        }
        return rounds;
    }

    List<JournalEntry> entries() {
        return entries;
    }

    DatasetCard data() {
        return Json.read(output("data"), DatasetCard.class);
    }

    PartitionPolicy policy() {
        return Json.read(output("partition"), PartitionPolicy.class);
    }

    TestPlan plan(int round) {
        return Json.read(output(ResearchLoop.planOf(round)), TestPlan.class);
    }

    List<TestOutcome> outcomes(int round) {
        return list(ResearchLoop.testOf(round), new TypeReference<List<TestOutcome>>() {});
    }

    Ruling ruling(int round) {
        return Json.read(output(ResearchLoop.decisionOf(round)), Ruling.class);
    }

    List<Verdict> verdicts(int round) {
        return Json.read(output(ResearchLoop.verdictOf(round)), Verdicts.class).verdicts();
    }

    List<Measurement> measurements() {
        return list(ResearchLoop.MEASURE, new TypeReference<List<Measurement>>() {});
    }

    List<LedgerRow> ledger() {
        return list(BundleWriter.LEDGER_STEP, new TypeReference<List<LedgerRow>>() {});
    }

    /** What was found in the study's literature. */
    Retrieved literature() {
        return Json.read(output(Retrieved.STEP), Retrieved.class);
    }

    byte[] findings() {
        return output(BundleWriter.FINDINGS_STEP);
    }

    boolean completed(String step) {
        return results.containsKey(step);
    }

    /** Outputs of all steps. */
    List<Digest> outputs() {
        return results.values().stream().map(JournalRecord.Result::output).toList();
    }

    private <T> List<T> list(String step, TypeReference<List<T>> type) {
        return Json.read(output(step), TypeFactory.defaultInstance().constructType(type));
    }

    private byte[] output(String step) {
        JournalRecord.Result result = results.get(step);
        if (result == null) {
            throw new JournalException("step " + step + " has no result in " + journal.location());
        }
        return blobs.get(result.output());
    }

    private <R extends JournalRecord> List<R> records(Class<R> type) {
        return entries.stream()
                .map(JournalEntry::record)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
