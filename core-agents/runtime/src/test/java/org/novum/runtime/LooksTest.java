package org.novum.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataSource;
import org.novum.api.study.Study;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.journal.LedgerRecord;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.ledger.LedgerFiles;
import org.novum.runtime.ledger.LedgerView;
import org.novum.runtime.testing.Laboratory;

/** What people look at, and in which copy, is remembered with the data. */
class LooksTest {
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

    private List<?> rows() {
        try (ExperimentLedgerStore store = laboratory.ledger()) {
            return LedgerView.rows(store.state());
        }
    }
}
