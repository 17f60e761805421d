package org.novum.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.novum.journal.sqlite.RunFolder.digest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.journal.Digest;
import org.novum.journal.Journal;
import org.novum.journal.JournalRecord;
import org.novum.journal.Registration;
import org.novum.journal.Step;
import org.novum.journal.StepOutcome.Completed;
import org.novum.journal.StepOutcome.Origin;
import org.novum.journal.StepYield;
import org.novum.journal.StorageFullException;

class StorageFullTest {

    private static final Digest INPUT = digest("input");
    private static final long MANY_PAGES = 1L << 30;

    @TempDir
    private Path path;

    @Test
    void fullJournalParksTheRunAndItResumes() throws SQLException {
        RunFolder folder = new RunFolder(path);
        int done = fillJournal(folder);
        assertThat(done).isPositive();
        assertThat(folder.verify().firstFailure()).isEmpty();

        try (Journal journal = folder.open("second")) {
            assertThat(journal.reader().records(JournalRecord.Result.class)).hasSize(done);
            for (int i = 0; i < done; i++) {
                assertThat(run(journal, i).origin()).isEqualTo(Origin.RECORDED);
            }
            assertThat(run(journal, done).origin()).isEqualTo(Origin.EXECUTED);
        }
        assertThat(folder.verify().firstFailure()).isEmpty();
    }

    /** Steps that were done when the file was full. */
    private static int fillJournal(RunFolder folder) throws SQLException {
        try (SqliteJournalStore store = folder.store("first")) {
            store.limitPages(40);
            Journal journal = Journal.open(Journal.Parts.of(store, folder.blobs()));
            int done = 0;
            Throwable failure = null;
            while (failure == null) {
                int step = done;
                failure = catchThrowable(() -> run(journal, step));
                done += failure == null ? 1 : 0;
                assertThat(done).isLessThan(1000);
            }
            assertThat(failure)
                    .isInstanceOf(StorageFullException.class)
                    .hasMessageContaining("journal.db")
                    .hasMessageContaining("make space")
                    .hasMessageContaining("resume");
            // Space is back: the same process may go on as well.
            int results = store.records(JournalRecord.Result.class).size();
            store.limitPages(MANY_PAGES);
            assertThat(run(journal, results).origin()).isEqualTo(Origin.EXECUTED);
            return results + 1;
        }
    }

    @Test
    void fullLedgerLosesNothing() throws SQLException {
        try (SqliteExperimentLedgerStore ledger = SqliteExperimentLedgerStore.open(path, "omega", RunFolder.CLOCK)) {
            ledger.limitPages(20);
            int done = 0;
            Throwable failure = null;
            while (failure == null) {
                Registration registration = registration(done);
                failure = catchThrowable(() -> ledger.register(registration));
                done += failure == null ? 1 : 0;
                assertThat(done).isLessThan(1000);
            }
            assertThat(failure).isInstanceOf(StorageFullException.class).hasMessageContaining("omega.db");
            assertThat(ledger.state().registrations()).hasSize(done);
            ledger.limitPages(MANY_PAGES);
            ledger.register(registration(done));
            assertThat(ledger.state().registrations()).hasSize(done + 1);
            assertThat(ledger.verify().firstFailure()).isEmpty();
        }
    }

    /** On a real file system of one megabyte; needs the right to mount one, which the tests above do without. */
    @Test
    void smallFileSystem() throws IOException, InterruptedException {
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", path.toString()),
                "mounting a small file system is not allowed here; the capped file above covers the journal");
        try {
            RunFolder folder = new RunFolder(path);
            Path ballast = path.resolve("ballast");
            Files.write(ballast, new byte[400_000]);
            int done = fillDisk(folder);
            assertThat(done).isPositive();
            assertThatThrownBy(() -> {
                        try (Journal journal = folder.open("second")) {
                            for (int i = 0; i < done + 20; i++) {
                                run(journal, i);
                            }
                        }
                    })
                    .isInstanceOf(StorageFullException.class);

            Files.delete(ballast);
            try (Journal journal = folder.open("third")) {
                assertThat(journal.reader().records(JournalRecord.Result.class)).hasSizeGreaterThanOrEqualTo(done);
                for (int i = 0; i < done; i++) {
                    assertThat(run(journal, i).origin()).isEqualTo(Origin.RECORDED);
                }
                run(journal, done);
                run(journal, done + 1);
            }
            assertThat(folder.verify().firstFailure()).isEmpty();
        } finally {
            assertThat(command("umount", path.toString())).isTrue();
        }
    }

    private static int fillDisk(RunFolder folder) {
        int[] done = {0};
        Throwable failure = catchThrowable(() -> {
            try (Journal journal = folder.open("first")) {
                while (done[0] < 1000) {
                    run(journal, done[0]);
                    done[0]++;
                }
            }
        });
        assertThat(failure).isInstanceOf(StorageFullException.class).hasMessageContaining("make space");
        return done[0];
    }

    private static Completed run(Journal journal, int number) {
        byte[] output = new byte[8_000];
        output[number % 8_000] = (byte) (1 + number / 8_000);
        JournalRecord.Event event = new JournalRecord.Event(
                "done",
                JsonNodeFactory.instance.objectNode().put("number", number).put("padding", "x".repeat(2_000)));
        return journal.step(Step.pure("step-" + number, INPUT), () -> StepYield.of(output, event));
    }

    private static Registration registration(int number) {
        return new Registration(
                digest("registration " + number),
                new Registration.Requester("omega-mumu", "run-1"),
                JsonNodeFactory.instance.textNode("x".repeat(2_000)),
                new Registration.Stake(List.of(digest("data")), 0.25));
    }

    private static boolean command(String... words) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // No such program here, so no such right either.
            return false;
        }
    }
}
