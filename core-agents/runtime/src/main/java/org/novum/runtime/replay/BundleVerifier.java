package org.novum.runtime.replay;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.DisciplineCard;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.Measurement;
import org.novum.journal.BlobStore;
import org.novum.journal.CanonicalJson;
import org.novum.journal.Check;
import org.novum.journal.Digest;
import org.novum.journal.FileBlobStore;
import org.novum.journal.JournalReader;
import org.novum.journal.JournalRecord;
import org.novum.journal.Registration.Requester;
import org.novum.journal.Verification;
import org.novum.journal.sqlite.SqliteJournalReader;
import org.novum.report.FindingsDocument;
import org.novum.runtime.Json;
import org.novum.runtime.agent.ResearchLoop;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.bundle.RunCard;
import org.novum.runtime.ledger.RegistrationRequest;

/**
 * Proves a bundle from its own bytes: the journal, and the way from each number in the findings to the step that made it.
 *
 * <p>Needs neither the data nor the discipline.
 */
public final class BundleVerifier {
    /** The findings file is the recorded output of the findings step. */
    public static final String FINDINGS = "findings are the recorded ones";

    /** Each registration's hash is that of the plan that was tested, on the data that were opened. */
    public static final String PLANS = "registrations are of the recorded plans";

    /** Each finding's evidence names outputs of recorded steps. */
    public static final String EVIDENCE = "evidence names recorded steps";

    /** Each quantity of a finding stands in the recorded measurement. */
    public static final String NUMBERS = "numbers are the measured ones";

    private final Bundle bundle;
    private final JournalReader journal;
    private final BlobStore blobs;

    private BundleVerifier(Bundle bundle, JournalReader journal, BlobStore blobs) {
        this.bundle = bundle;
        this.journal = journal;
        this.blobs = blobs;
    }

    /** Makes all checks, in order; those after the journal's are made only if the journal holds. */
    public static Verification verify(Bundle bundle) {
        bundle.requireRun();
        BlobStore blobs = FileBlobStore.at(bundle.path(Bundle.BLOBS));
        Verification journalChecks = SqliteJournalReader.verify(bundle.path(Bundle.JOURNAL), blobs);
        if (!journalChecks.ok()) {
            return journalChecks;
        }
        try (JournalReader journal = SqliteJournalReader.open(bundle.path(Bundle.JOURNAL))) {
            List<Check> checks = new ArrayList<>(journalChecks.checks());
            checks.addAll(new BundleVerifier(bundle, journal, blobs).checks());
            return new Verification(checks, journalChecks.head());
        }
    }

    private List<Check> checks() {
        Map<String, JournalRecord.Result> results = new HashMap<>();
        journal.records(JournalRecord.Result.class).forEach(result -> results.put(result.step(), result));
        if (!results.containsKey("findings")) {
            return List.of(Check.failed(
                    FINDINGS, 0, "the run is not finished; continue it with: novum resume " + bundle.folder()));
        }
        Check findings = findings(results);
        if (!findings.ok()) {
            return List.of(findings);
        }
        FindingsDocument document =
                FindingsDocument.parse(blobs.get(results.get("findings").output()));
        return List.of(findings, plans(results), evidence(results, document), numbers(results, document));
    }

    private Check findings(Map<String, JournalRecord.Result> results) {
        Digest recorded = results.get("findings").output();
        try {
            Digest actual = Digest.of(Files.readAllBytes(bundle.path(Bundle.FINDINGS)));
            return actual.equals(recorded)
                    ? Check.passed(FINDINGS, 1)
                    : Check.failed(FINDINGS, 1, Bundle.FINDINGS + " is " + actual + ", recorded is " + recorded);
        } catch (IOException missing) {
            return Check.failed(FINDINGS, 1, Bundle.FINDINGS + " cannot be read: " + missing.getMessage());
        }
    }

    private Check plans(Map<String, JournalRecord.Result> results) {
        RunCard card = Json.read(
                CanonicalJson.bytes(journal.records(JournalRecord.RunStarted.class).getFirst().payload()), RunCard.class);
        DatasetCard data = read(results, "data", DatasetCard.class);
        PartitionPolicy policy = read(results, "partition", PartitionPolicy.class);
        String name = card.study().discipline();
        DisciplineCard discipline =
                new DisciplineCard(name, card.versions().getOrDefault(name, ""), "", List.of(), List.of());
        int examined = 0;
        for (JournalRecord.Registered registered : journal.records(JournalRecord.Registered.class)) {
            examined++;
            int round = registered.payload().path("round").asInt();
            TestPlan plan = read(results, "round-" + round + "/plan", TestPlan.class);
            Digest expected = new RegistrationRequest(
                            plan,
                            discipline,
                            new RegistrationRequest.Sample(
                                    data, policy, registered.payload().path("slice").asText()),
                            new Requester(card.study().name(), card.id()),
                            card.study().budget())
                    .hash();
            if (!expected.equals(registered.plan())) {
                return Check.failed(
                        PLANS, examined, "round " + round + " registered " + registered.plan() + ", its plan is " + expected);
            }
        }
        return Check.passed(PLANS, examined);
    }

    private static Check evidence(Map<String, JournalRecord.Result> results, FindingsDocument document) {
        TreeSet<String> outputs = new TreeSet<>();
        results.values().forEach(result -> outputs.add(result.output().toString()));
        int examined = 0;
        for (FindingsDocument.Finding finding : document.findings()) {
            for (String digest : finding.evidence()) {
                examined++;
                if (!outputs.contains(digest)) {
                    return Check.failed(
                            EVIDENCE, examined, "finding " + finding.id() + " names " + digest + ", which no step gave");
                }
            }
        }
        return Check.passed(EVIDENCE, examined);
    }

    private Check numbers(Map<String, JournalRecord.Result> results, FindingsDocument document) {
        List<Measurement> measured = Json.read(
                blobs.get(results.get(ResearchLoop.MEASURE).output()),
                TypeFactory.defaultInstance().constructType(new TypeReference<List<Measurement>>() {}));
        int examined = 0;
        for (FindingsDocument.Finding finding : document.findings()) {
            Optional<Measurement> source = measured.stream()
                    .filter(measurement -> measurement.hypothesis().equals(finding.id()))
                    .findFirst();
            examined += finding.quantities().size();
            if (source.isEmpty()
                    || !source.get().quantities().equals(finding.quantities())
                    || !source.get().significance().equals(finding.significance())
                    || !source.get().log10p().equals(finding.log10p())) {
                return Check.failed(
                        NUMBERS, examined, "numbers of finding " + finding.id() + " are not those of the measurement");
            }
        }
        return Check.passed(NUMBERS, examined);
    }

    private <T> T read(Map<String, JournalRecord.Result> results, String step, Class<T> type) {
        JournalRecord.Result result = results.get(step);
        if (result == null) {
            throw new org.novum.journal.JournalException("step " + step + " has no result in " + journal.location());
        }
        return Json.read(blobs.get(result.output()), type);
    }
}
