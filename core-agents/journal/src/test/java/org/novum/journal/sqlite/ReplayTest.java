package org.novum.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.novum.journal.sqlite.RunFolder.bytes;
import static org.novum.journal.sqlite.RunFolder.digest;
import static org.novum.journal.sqlite.RunFolder.json;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.journal.Digest;
import org.novum.journal.InDoubtResolver.Resolution;
import org.novum.journal.Journal;
import org.novum.journal.JournalException;
import org.novum.journal.JournalRecord;
import org.novum.journal.Replay;
import org.novum.journal.Step;
import org.novum.journal.StepOutcome;
import org.novum.journal.StepOutcome.Origin;
import org.novum.journal.StepRunner;
import org.novum.journal.StepWork;
import org.novum.journal.StepYield;

class ReplayTest {

    private static final Digest INPUT = digest("input");
    private static final JournalRecord.Fact STARTED = new JournalRecord.RunStarted(json("study", "omega"));
    private static final JournalRecord.Fact FOUND = new JournalRecord.Event("found", json("what", "omega"));

    @TempDir
    private Path path;

    private SqliteJournalReader reader;
    private Replay replay;

    @BeforeEach
    void recordAndOpen() {
        RunFolder folder = new RunFolder(path);
        try (Journal journal = folder.open("first")) {
            run(journal, "mass");
        }
        reader = SqliteJournalReader.open(folder.file());
        replay = new Replay(reader, folder.blobs());
    }

    @AfterEach
    void closeReader() {
        reader.close();
    }

    private static void run(StepRunner runner, String mass) {
        runner.record(STARTED);
        runner.step(Step.pure("fit", INPUT), () -> StepYield.of(bytes(mass), FOUND));
        runner.step(Step.idempotent("ask-model", INPUT), () -> StepYield.of(bytes("text")));
        runner.unsafeStep(
                Step.unsafe("slew", INPUT),
                () -> StepYield.of(bytes("on target")),
                step -> new Resolution.Unknown("nobody was asked"));
    }

    @Test
    void pureStepsAreRecomputedAndOthersTakenFromTheRecord() {
        assertThat(replay.step(Step.pure("fit", INPUT), () -> StepYield.of(bytes("mass"), FOUND))
                        .origin())
                .isEqualTo(Origin.EXECUTED);
        StepOutcome.Completed text = replay.step(Step.idempotent("ask-model", INPUT), mustNotRun());
        assertThat(text.origin()).isEqualTo(Origin.RECORDED);
        assertThat(text.output()).isEqualTo(bytes("text"));
        assertThat(replay.unvisited()).containsExactly("slew");
        assertThat(replay.unsafeStep(Step.unsafe("slew", INPUT), mustNotRun(), step -> new Resolution.HadNoEffect()))
                .isInstanceOf(StepOutcome.Completed.class);
        assertThat(replay.unvisited()).isEmpty();
    }

    @Test
    void wholeRunReplaysThroughTheSameCode() {
        run(replay, "mass");

        assertThat(replay.unvisited()).isEmpty();
    }

    @Test
    void anotherOutputIsAnErrorThatNamesStepAndDigests() {
        assertThatThrownBy(() -> run(replay, "other mass"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("'fit'")
                .hasMessageContaining(digest("mass").toString())
                .hasMessageContaining(digest("other mass").toString());
    }

    @Test
    void anotherInputAnUnknownStepAndAnUnknownFactAreErrors() {
        assertThatThrownBy(() -> replay.step(Step.pure("fit", digest("x")), mustNotRun()))
                .hasMessageContaining("'fit'");
        assertThatThrownBy(() -> replay.step(Step.pure("new", INPUT), mustNotRun()))
                .hasMessageContaining("'new' has no result");
        assertThatThrownBy(() -> replay.record(new JournalRecord.Event("found", json("what", "rho"))))
                .hasMessageContaining("rho");
        assertThatThrownBy(() -> replay.step(
                        Step.pure("fit", INPUT),
                        () -> StepYield.of(bytes("mass"), new JournalRecord.Event("found", json("what", "rho")))))
                .hasMessageContaining("rho");
        assertThat(replay.unsafeStep(Step.unsafe("never", INPUT), mustNotRun(), step -> new Resolution.HadNoEffect()))
                .isInstanceOf(StepOutcome.InDoubt.class);
    }

    private static StepWork<RuntimeException> mustNotRun() {
        return () -> {
            throw new AssertionError("a replay ran what it must not run");
        };
    }
}
