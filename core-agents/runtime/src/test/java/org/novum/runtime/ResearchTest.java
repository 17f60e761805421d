package org.novum.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.event.RunEvent;
import org.novum.api.study.Budget;
import org.novum.api.study.Study;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.report.FindingsDocument;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.ledger.LedgerView;
import org.novum.runtime.replay.BundleVerifier;
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
}
