package org.novum.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataSource;
import org.novum.api.event.RunEvent;
import org.novum.api.study.Budget;
import org.novum.api.study.Study;
import org.novum.journal.BoundaryListener.Boundary;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.journal.JournalException;
import org.novum.journal.LedgerRecord;
import org.novum.report.FindingsDocument;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.ledger.LedgerFiles;
import org.novum.runtime.ledger.LedgerView;
import org.novum.runtime.replay.BundleVerifier;
import org.novum.runtime.replay.ReplayReport;
import org.novum.runtime.testing.Laboratory;

class ResearchTest {
    @TempDir
    private Path temporary;

    private Laboratory laboratory;

    @BeforeEach
    void open() {
        laboratory = new Laboratory(temporary);
    }

    @AfterEach
    void close() {
        laboratory.close();
    }

    @Test
    void runsTwoRoundsAndWritesTheWholeBundle() {
        List<RunEvent> events = new ArrayList<>();
        Path out = temporary.resolve("out");
        FindingsDocument document =
                laboratory.heardBy(events::add).research().run(laboratory.study(), 1, out);

        assertThat(document.findings())
                .filteredOn(finding -> finding.id().startsWith("strong"))
                .allMatch(FindingsDocument.Finding::accepted)
                .hasSize(1);
        assertThat(document.findings())
                .filteredOn(finding -> finding.id().startsWith("none"))
                .noneMatch(FindingsDocument.Finding::accepted)
                .hasSize(2);
        assertThat(document.run().versions()).containsOnlyKeys("java", "novum", "sign", "signs-table");
        assertThat(document.run().versions())
                .containsEntry("java", String.valueOf(Runtime.version().feature()))
                .containsEntry("signs-table", "first edition");
        assertThat(events).hasAtLeastOneElementOfType(RunEvent.DataOpened.class);
        assertThat(events.stream().filter(RunEvent.PlanRegistered.class::isInstance)).hasSize(2);
        assertThat(events.getLast()).isInstanceOf(RunEvent.RunFinished.class);
        for (String file : List.of(
                Bundle.FINDINGS, Bundle.LEDGER, Bundle.REPORT, Bundle.CRATE, Bundle.STUDY, Bundle.JOURNAL, Bundle.BLOBS)) {
            assertThat(out.resolve(file)).exists();
        }
        assertThat(BundleVerifier.verify(new Bundle(out)).firstFailure()).isEmpty();
        assertThat(laboratory.research().replay(out).ok()).isTrue();
    }

    @Test
    void resultsDoNotDependOnTheNumberOfWorkers() {
        byte[] one = findings(laboratory.workers(1), "one");
        Laboratory other = new Laboratory(temporary.resolve("other")).workers(7);
        Study study = laboratory.study();
        other.research().run(study, 1, temporary.resolve("seven"));
        other.close();
        assertThat(Laboratory.bytes(temporary.resolve("seven").resolve(Bundle.FINDINGS))).isEqualTo(one);
    }

    private byte[] findings(Laboratory where, String out) {
        where.research().run(where.study(), 1, temporary.resolve(out));
        return Laboratory.bytes(temporary.resolve(out).resolve(Bundle.FINDINGS));
    }

    @Test
    void anotherSeedAsksTheSameAndSpendsNothingMore() {
        Study study = laboratory.study();
        FindingsDocument first = laboratory.research().run(study, 1, temporary.resolve("first"));
        List<?> spent = rows();
        FindingsDocument second = laboratory.research().run(study, 2, temporary.resolve("second"));

        assertThat(rows()).isEqualTo(spent);
        assertThat(second.run().id()).isNotEqualTo(first.run().id());
        assertThat(second.findings())
                .extracting(FindingsDocument.Finding::verdict, FindingsDocument.Finding::ledger)
                .isEqualTo(assertThat(first.findings())
                        .extracting(FindingsDocument.Finding::verdict, FindingsDocument.Finding::ledger)
                        .actual());
        assertThat(laboratory.research().replay(temporary.resolve("second")).ok()).isTrue();
    }

    private List<?> rows() {
        try (ExperimentLedgerStore store = laboratory.ledger()) {
            return LedgerView.rows(store.state());
        }
    }

    @Test
    void resumesAfterAnExceptionAtEveryBoundaryOfEveryStep() {
        byte[] unbroken = findings(laboratory, "unbroken");
        List<?> ledger = rows();
        Study study = laboratory.study();
        Set<String> boundaries = new LinkedHashSet<>();
        try (Laboratory first = new Laboratory(temporary.resolve("listing"))) {
            first.watchedBy((boundary, subject) -> boundaries.add(boundary + " " + subject))
                    .research()
                    .run(study, 1, temporary.resolve("listed"));
        }
        // Publications are named by their sequence, which moves with every resumption; the kinds of step do not.
        List<String> halts = boundaries.stream()
                .filter(name -> !name.contains("PUBLISH"))
                .toList();
        assertThat(halts).hasSizeGreaterThan(60);

        Path out = temporary.resolve("halted/out");
        try (Laboratory halting = new Laboratory(temporary.resolve("halted"))) {
            for (String halt : halts) {
                halting.watchedBy((boundary, subject) -> {
                    if (halt.equals(boundary + " " + subject)) {
                        throw new Halted(halt);
                    }
                });
                assertThatThrownBy(() -> runOrResume(halting, study, out)).isInstanceOf(Halted.class).hasMessage(halt);
            }
            halting.watchedBy((_, _) -> {});
            runOrResume(halting, study, out);
            assertThat(Laboratory.bytes(out.resolve(Bundle.FINDINGS))).isEqualTo(unbroken);
            try (ExperimentLedgerStore store = halting.ledger()) {
                assertThat(LedgerView.rows(store.state())).isEqualTo(ledger);
            }
            assertThat(BundleVerifier.verify(new Bundle(out)).firstFailure()).isEmpty();
            assertThat(halting.research().replay(out).ok()).isTrue();
        }
    }

    private static void runOrResume(Laboratory laboratory, Study study, Path out) {
        if (Files.exists(out.resolve(Bundle.JOURNAL))) {
            laboratory.research().resume(out);
        } else {
            laboratory.research().run(study, 1, out);
        }
    }

    /** An exception that no part of the program knows. */
    private static final class Halted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Halted(String where) {
            super(where);
        }
    }

    @Test
    void resumingAFinishedRunWritesTheSameFilesAgainWithoutItsData() throws IOException {
        Path out = temporary.resolve("out");
        laboratory.research().run(laboratory.study(), 1, out);
        List<String> names = List.of(Bundle.FINDINGS, Bundle.LEDGER, Bundle.REPORT, Bundle.CRATE, Bundle.STUDY);
        List<byte[]> before = names.stream().map(name -> Laboratory.bytes(out.resolve(name))).toList();
        for (String name : names) {
            Files.delete(out.resolve(name));
        }
        deleteData();
        laboratory.research().resume(out);
        assertThat(names.stream().map(name -> Laboratory.bytes(out.resolve(name))).toList())
                .usingRecursiveComparison()
                .isEqualTo(before);
        assertThat(BundleVerifier.verify(new Bundle(out)).firstFailure()).isEmpty();
    }

    private void deleteData() throws IOException {
        for (String name : List.of("strong.csv", "weak.csv", "none.csv")) {
            Files.delete(temporary.resolve("data").resolve(name));
        }
    }

    @Test
    void replaysACopyWithItsDataBesideItUnderOtherNamesAndWithoutTheLedger() throws IOException {
        Path out = temporary.resolve("out");
        laboratory.research().run(laboratory.study(), 1, out);
        Path elsewhere = temporary.resolve("elsewhere");
        Path copy = Laboratory.copy(out, elsewhere.resolve("bundle"));
        Files.createDirectories(copy.resolve("data"));
        Files.move(temporary.resolve("data/strong.csv"), copy.resolve("data/named-by-digest"));
        Files.move(temporary.resolve("data/weak.csv"), elsewhere.resolve("renamed.csv"));
        Files.createDirectories(temporary.resolve("visitor/mirror"));
        Files.move(temporary.resolve("data/none.csv"), temporary.resolve("visitor/mirror/none.csv"));
        try (Laboratory visitor = new Laboratory(temporary.resolve("visitor"))) {
            ReplayReport report = visitor.research().replay(copy);
            assertThat(report.identical()).isTrue();
            assertThat(report.unvisited()).isEmpty();
            assertThat(visitor.home()).doesNotExist();
        }
    }

    @Test
    void dataThatHaveLostTheirEndingAreKnownByTheirContent() throws IOException {
        Path out = temporary.resolve("out");
        Path data = laboratory.data();
        laboratory.research().run(Laboratory.study("catalogue:weak"), 1, out);
        Files.createDirectories(out.resolve("data"));
        Files.move(data.resolve("weak.csv"), out.resolve("data/content"));
        assertThat(laboratory.research().replay(out).ok()).isTrue();
    }

    @Test
    void replayNamesTheDataThatAreNowhere() throws IOException {
        Path out = temporary.resolve("out");
        laboratory.research().run(laboratory.study(), 1, out);
        Files.delete(temporary.resolve("data/weak.csv"));
        assertThatThrownBy(() -> laboratory.research().replay(out))
                .isInstanceOfSatisfying(NovumException.class, gone -> assertThat(gone.exitCode()).isEqualTo(ExitCode.NO_INPUT))
                .hasMessageContaining("weak.csv")
                .hasMessageContaining("SHA-256");
    }

    @Test
    void replayFindsOutAChangedDiscipline() {
        Path out = temporary.resolve("out");
        laboratory.research().run(laboratory.study(), 1, out);
        laboratory.with(new org.novum.runtime.testing.SignDiscipline() {
            @Override
            public org.novum.api.finding.Verdict verdict(
                    org.novum.api.discipline.TestPlan plan,
                    org.novum.api.discipline.TestOutcome outcome,
                    org.novum.api.finding.LedgerDecision decision) {
                return new org.novum.api.finding.Verdict.Refuted("changed");
            }
        });
        assertThatThrownBy(() -> laboratory.research().replay(out))
                .isInstanceOfSatisfying(
                        JournalException.class, failed -> assertThat(failed.exitCode()).isEqualTo(ExitCode.CHECK_FAILED))
                .hasMessageContaining("round-1/verdict");
    }

    @Test
    void anotherSplitOfExploredFilesIsRefused() {
        Study study = laboratory.study();
        laboratory.research().run(study, 1, temporary.resolve("out"));
        var options = JsonNodeFactory.instance.objectNode();
        for (Study other : List.of(
                Laboratory.study(study.data().uris().getFirst(), options.deepCopy().put("whole", true)),
                Laboratory.study(study.data().uris().getFirst(), options.deepCopy().put("fraction", 0.6)))) {
            assertThatThrownBy(() -> laboratory.research().run(other, 1, temporary.resolve("other" + other.options())))
                    .isInstanceOfSatisfying(
                            NovumException.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED))
                    .hasMessageContaining("explored rows cannot confirm");
        }
    }

    @Test
    void aWholeSampleIsTestedInOneRoundAndOncePerQuestion() {
        Study study = Laboratory.study(
                "file:" + laboratory.data() + "/*.csv", JsonNodeFactory.instance.objectNode().put("whole", true));
        FindingsDocument document = laboratory.research().run(study, 1, temporary.resolve("out"));
        assertThat(document.findings()).hasSize(3);
        assertThat(document.tested()).isEqualTo(3);
    }

    @Test
    void aSpentBudgetIsRefused() {
        Study study = laboratory.study();
        Study greedy = new Study(
                study.name(), study.question(), study.experiment(), study.discipline(), study.data(), study.options(),
                new Budget(0.05, 1, 3));
        assertThatThrownBy(() -> laboratory.research().run(greedy, 1, temporary.resolve("out")))
                .isInstanceOfSatisfying(
                        NovumException.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED))
                .hasMessageContaining("budget of this experiment is spent");
        assertThat(rows()).hasSize(3);
    }

    @Test
    void aFolderWithARunIsNotOverwritten() {
        Path out = temporary.resolve("out");
        laboratory.research().run(laboratory.study(), 1, out);
        assertThatThrownBy(() -> laboratory.research().run(laboratory.study(), 1, out))
                .isInstanceOfSatisfying(
                        NovumException.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("novum resume");
    }

    @Test
    void changedDataCannotBeResumed() {
        Path out = temporary.resolve("out");
        laboratory.watchedBy((boundary, subject) -> {
            if (boundary == Boundary.BEFORE_INTENT && subject.equals("round-1/test")) {
                throw new Halted(subject);
            }
        });
        assertThatThrownBy(() -> laboratory.research().run(laboratory.study(), 1, out)).isInstanceOf(Halted.class);
        Laboratory.write(temporary.resolve("data/weak.csv"), Laboratory.rows(99, 5));
        laboratory.watchedBy((_, _) -> {});
        assertThatThrownBy(() -> laboratory.research().resume(out))
                .isInstanceOf(NovumException.class)
                .hasMessageContaining("weak.csv");
    }

    @Test
    void aCallIsRecordedWhereTheFilesAreKnown() {
        Study study = laboratory.study();
        laboratory.research().run(study, 1, temporary.resolve("out"));
        call("data/weak.csv");
        assertThat(looks("trial")).hasSize(1).allSatisfy(look -> assertThat(look.requester().study()).isEqualTo("sign.count"));
        laboratory.research().run(study, 2, temporary.resolve("again"));
        assertThat(report("again")).contains("People have looked at these data");
    }

    @Test
    void aCallOnDataThatNoExperimentKnowsCountsForTheOneThatTakesThemUp() {
        Study study = laboratory.study();
        call("data/weak.csv");
        assertThat(LedgerFiles.of(laboratory.environment()).experiments()).isEmpty();
        Laboratory.write(temporary.resolve("copy/weak.csv"), edited("data/weak.csv"));
        laboratory.research().run(study, 1, temporary.resolve("out"));
        laboratory.research().run(inExperiment("copied", "copy/weak.csv"), 1, temporary.resolve("copied"));
        laboratory.research().run(inExperiment("other", "data/strong.csv"), 1, temporary.resolve("other"));
        assertThat(looks("trial")).hasSize(1);
        assertThat(looks("copied")).hasSize(1);
        assertThat(looks("other")).isEmpty();
        assertThat(report("out")).contains("People have looked at these data");
        assertThat(report("copied")).contains("People have looked at these data");
        assertThat(report("other")).doesNotContain("People have looked at these data");
    }

    @Test
    void anEditedCopyOfExploredDataIsNotNewData() {
        laboratory.research().run(laboratory.study(), 1, temporary.resolve("out"));
        List<?> spent = rows();
        Laboratory.write(temporary.resolve("copy/weak.csv"), edited("data/weak.csv"));
        assertThatThrownBy(() -> laboratory
                        .research()
                        .run(inExperiment("trial", "copy/weak.csv"), 1, temporary.resolve("copied")))
                .isInstanceOfSatisfying(
                        NovumException.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED))
                .hasMessageContaining("explored rows cannot confirm");
        assertThat(rows()).isEqualTo(spent);
        assertThat(temporary.resolve("copied")).doesNotExist();
    }

    /** The rows of a file in another order, its columns in another order, and an empty line at its end. */
    private String edited(String file) {
        List<String> lines = new String(Laboratory.bytes(temporary.resolve(file)), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(",")[1] + "," + line.split(",")[0])
                .toList();
        return lines.getFirst() + "\n" + String.join("\n", lines.subList(1, lines.size()).reversed()) + "\n\n";
    }

    private Study inExperiment(String experiment, String file) {
        Study study = Laboratory.study("file:" + temporary.resolve(file));
        return new Study(
                study.name(),
                study.question(),
                experiment,
                study.discipline(),
                study.data(),
                study.options(),
                study.budget());
    }

    private void call(String file) {
        new OperationCall(laboratory.plugins(), laboratory.environment(), RunListener.NONE)
                .call("sign.count", DataSource.of("file:" + temporary.resolve(file)), Map.of("column", "value"));
    }

    private List<LedgerRecord.Opened> looks(String experiment) {
        try (ExperimentLedgerStore store = LedgerFiles.of(laboratory.environment()).open(experiment)) {
            return store.state().openings().stream()
                    .filter(opening -> opening.payload().path("kind").asText().equals("person"))
                    .toList();
        }
    }

    private String report(String out) {
        return new String(Laboratory.bytes(temporary.resolve(out).resolve(Bundle.REPORT)), StandardCharsets.UTF_8);
    }
}
