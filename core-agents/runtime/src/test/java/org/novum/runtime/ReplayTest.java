package org.novum.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.StepContext;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Verdict;
import org.novum.api.study.Study;
import org.novum.journal.JournalException;
import org.novum.runtime.replay.ReplayReport;
import org.novum.runtime.testing.Laboratory;
import org.novum.runtime.testing.SignDiscipline;

/** A bundle is computed again elsewhere, from its data alone. */
class ReplayTest {
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

    /** When the data were opened is recorded: a check against the future says the same whatever the clock of a replay. */
    @Test
    void theCheckKnowsThePresentFromTheJournal() {
        List<Instant> known = new ArrayList<>();
        laboratory.with(new SignDiscipline() {
            @Override
            public void check(Study study, DataHandle data, StepContext context) {
                known.add(context.present());
            }

            @Override
            public Analysis analyse(Question question, DataHandle exploration, StepContext context) {
                assertThat(context.present()).isEqualTo(Instant.MAX);
                return super.analyse(question, exploration, context);
            }
        });
        Path out = temporary.resolve("out");
        laboratory.research().run(laboratory.study(), 1, out);
        laboratory.clockedBy(() -> Instant.parse("1999-01-01T00:00:00Z"));
        assertThat(laboratory.research().replay(out).identical()).isTrue();
        assertThat(known).hasSize(2).containsOnly(Instant.parse("2026-01-01T00:00:00Z"));
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
        laboratory.with(new SignDiscipline() {
            @Override
            public Verdict verdict(
                    TestPlan plan,
                    TestOutcome outcome,
                    LedgerDecision decision) {
                return new Verdict.Refuted("changed");
            }
        });
        assertThatThrownBy(() -> laboratory.research().replay(out))
                .isInstanceOfSatisfying(
                        JournalException.class, failed -> assertThat(failed.exitCode()).isEqualTo(ExitCode.CHECK_FAILED))
                .hasMessageContaining("round-1/verdict");
    }
}
