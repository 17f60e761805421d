package org.novum.runtime.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.discipline.DisciplineCard;
import org.novum.journal.BlobStore;
import org.novum.journal.Check;
import org.novum.journal.Digest;
import org.novum.journal.FileBlobStore;
import org.novum.journal.JournalException;
import org.novum.journal.JournalReader;
import org.novum.journal.Registration.Requester;
import org.novum.journal.Verification;
import org.novum.journal.sqlite.SqliteJournalReader;
import org.novum.report.FindingsDocument;
import org.novum.report.LedgerCsv;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.bundle.BundleWriter;
import org.novum.runtime.bundle.RunCard;
import org.novum.runtime.ledger.RegistrationRequest;
import org.novum.runtime.literature.Retrieved;

/**
 * Proves a bundle from its own bytes: the journal, and the way from each number in the findings to the step that made it.
 *
 * <p>Needs neither the data nor the discipline.
 */
public final class BundleVerifier {
    /** The run was brought to its end. */
    public static final String FINISHED = "run is finished";

    /** The findings file is the recorded output of the findings step. */
    public static final String FINDINGS = "findings are the recorded ones";

    /** The ledger file is the recorded snapshot. */
    public static final String LEDGER = "ledger is the recorded snapshot";

    /** Each file of the bundle is the one that the run wrote. */
    public static final String FILES = "files are those that the run wrote";

    /** Each registration's hash is that of the plan that was tested, on the data that were opened. */
    public static final String PLANS = "registrations are of the recorded plans";

    /** Each test began after its rows were opened, and they were opened after its plan was registered for them. */
    public static final String OPENINGS = "registered, then opened, then tested";

    /** Each finding's evidence names outputs of recorded steps. */
    public static final String EVIDENCE = "evidence names recorded steps";

    /** Each quantity of a finding stands in the recorded measurement. */
    public static final String NUMBERS = "numbers are the measured ones";

    /** Each verdict and ledger decision of a finding is the recorded one, and the number of tests is right. */
    public static final String VERDICTS = "verdicts are those of the ledger's ruling";

    /** Each passage that is told or cited is one that was recorded; made where models were shown literature. */
    public static final String CITATIONS = "citations are of recorded passages";

    /** Files of a bundle that some runs write and others do not. */
    private static final List<String> ONLY_SOMETIMES = List.of(Bundle.MODELS, Bundle.TOOLS);

    private final Bundle bundle;
    private final RecordedRun run;

    private BundleVerifier(Bundle bundle, RecordedRun run) {
        this.bundle = bundle;
        this.run = run;
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
            checks.addAll(new BundleVerifier(bundle, new RecordedRun(journal, blobs)).checks());
            return new Verification(checks, journalChecks.head());
        }
    }

    /** Names of files and folders beside the bundle's own, which no check looks at. */
    public static List<String> strangers(Bundle bundle) {
        Set<String> own = new TreeSet<>(List.of(
                Bundle.FINDINGS, Bundle.LEDGER, Bundle.REPORT, Bundle.CRATE, Bundle.STUDY, Bundle.JOURNAL, Bundle.BLOBS));
        own.addAll(ONLY_SOMETIMES);
        try (Stream<Path> files = Files.list(bundle.folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !own.contains(name) && !name.startsWith(Bundle.JOURNAL + "-"))
                    .filter(name -> !name.equals(Bundle.JOURNAL + ".lock"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new NovumException(
                    ExitCode.NO_INPUT, bundle.folder() + ": cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private record Named(String name, Function<FindingsDocument, Check> check) {}

    private List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        checks.add(finished());
        if (!checks.getLast().ok()) {
            return checks;
        }
        FindingsDocument document = FindingsDocument.parse(run.findings());
        FindingChecks findings = new FindingChecks(run);
        List<Named> all = new ArrayList<>(List.of(
                new Named(FINDINGS, _ -> same(FINDINGS, Bundle.FINDINGS, run.findings())),
                new Named(LEDGER, _ -> same(LEDGER, Bundle.LEDGER, LedgerCsv.toBytes(run.ledger()))),
                new Named(FILES, _ -> files()),
                new Named(PLANS, _ -> plans()),
                new Named(OPENINGS, _ -> OpeningChecks.check(OPENINGS, run)),
                new Named(EVIDENCE, this::evidence),
                new Named(NUMBERS, written -> findings.numbers(NUMBERS, written)),
                new Named(VERDICTS, written -> findings.verdicts(VERDICTS, written))));
        if (document.literature().isPresent() || run.completed(Retrieved.STEP)) {
            all.add(new Named(CITATIONS, written -> findings.citations(CITATIONS, written)));
        }
        for (Named named : all) {
            try {
                checks.add(named.check().apply(document));
            } catch (JournalException unreadable) {
                checks.add(Check.failed(named.name(), 1, String.valueOf(unreadable.getMessage())));
            }
        }
        return checks;
    }

    private Check finished() {
        return run.completed(BundleWriter.FINDINGS_STEP) && run.finished().isPresent()
                ? Check.passed(FINISHED, 1)
                : Check.failed(
                        FINISHED, 1, "the end of the run is not recorded; continue it with: novum resume " + bundle.folder());
    }

    private Check same(String name, String file, byte[] recorded) {
        try {
            return Arrays.equals(Files.readAllBytes(bundle.path(file)), recorded)
                    ? Check.passed(name, 1)
                    : Check.failed(name, 1, file + " was changed: it is not what the run recorded");
        } catch (IOException missing) {
            return Check.failed(name, 1, file + " cannot be read: " + missing.getMessage());
        }
    }

    private Check files() {
        JsonNode files = run.finished().orElseThrow().payload().path("files");
        int examined = 0;
        for (Map.Entry<String, JsonNode> file : files.properties()) {
            examined++;
            try {
                Digest actual = Digest.of(Files.readAllBytes(bundle.path(file.getKey())));
                if (!actual.hex().equals(file.getValue().asText())) {
                    return Check.failed(FILES, examined, file.getKey() + " was changed: it is not what the run wrote");
                }
            } catch (IOException missing) {
                return Check.failed(FILES, examined, file.getKey() + " cannot be read: " + missing.getMessage());
            }
        }
        for (String name : ONLY_SOMETIMES) {
            if (!files.has(name) && Files.exists(bundle.path(name))) {
                return Check.failed(FILES, examined + 1, name + " is none that the run wrote");
            }
        }
        return examined > 0 ? Check.passed(FILES, examined) : Check.failed(FILES, 1, "the run recorded no files");
    }

    private Check plans() {
        RunCard card = run.card();
        String name = card.study().discipline();
        DisciplineCard discipline =
                new DisciplineCard(name, card.versions().getOrDefault(name, ""), "", List.of(), List.of());
        int examined = 0;
        for (RecordedRun.Round round : run.rounds()) {
            examined++;
            String slice = round.registered().payload().path("slice").asText();
            Digest expected = new RegistrationRequest(
                            run.plan(round.number()),
                            discipline,
                            new RegistrationRequest.Sample(run.data(), run.policy(), slice),
                            new Requester(card.study().name(), card.id()),
                            card.study().budget())
                    .hash();
            if (!expected.equals(round.registered().plan())) {
                return Check.failed(
                        PLANS,
                        examined,
                        "round " + round.number() + " registered " + round.registered().plan() + ", its plan is " + expected);
            }
        }
        return Check.passed(PLANS, examined);
    }

    private Check evidence(FindingsDocument document) {
        Set<String> outputs = new HashSet<>();
        run.outputs().forEach(output -> outputs.add(output.toString()));
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
}
