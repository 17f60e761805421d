package org.novum.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.novum.journal.sqlite.RunFolder.bytes;
import static org.novum.journal.sqlite.RunFolder.digest;
import static org.novum.journal.sqlite.RunFolder.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.journal.Digest;
import org.novum.journal.Journal;
import org.novum.journal.JournalException;
import org.novum.journal.JournalLockedException;
import org.novum.journal.JournalRecord;
import org.novum.journal.JournalRecord.Intent;
import org.novum.journal.JournalRecord.LeaseTaken;
import org.novum.journal.JournalRecord.Result;
import org.novum.journal.Lease;
import org.novum.journal.StaleLeaseException;
import org.novum.journal.Step;
import org.novum.journal.StepYield;

class SqliteJournalStoreTest {

    private static final Digest INPUT = digest("input");

    @TempDir
    private Path path;

    private RunFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new RunFolder(path);
    }

    @Test
    void eachOpeningTakesTheNextEpoch() {
        folder.store("first").close();
        folder.store("second").close();
        try (SqliteJournalStore third = folder.store("third")) {
            assertThat(third.lease()).isEqualTo(new Lease(3, "third"));
            assertThat(third.runId()).isEqualTo("run-1");
            assertThat(third.records(LeaseTaken.class))
                    .extracting(taken -> taken.lease().holder())
                    .containsExactly("first", "second", "third");
        }
    }

    @Test
    void secondWriterIsRefusedAndTheFirstGoesOn() {
        try (SqliteJournalStore first = folder.store("first")) {
            assertThatThrownBy(() -> folder.store("second"))
                    .isInstanceOf(JournalLockedException.class)
                    .hasMessageContaining("journal.db")
                    .hasMessageContaining("live process");
            assertThat(first.append(List.of(new Intent(Step.pure("fit", INPUT)))))
                    .hasSize(1);
        }
        folder.store("third").close();
    }

    /** Without the lock, as on a disk that has none, the epoch still fences off the older writer. */
    @Test
    void olderEpochCannotAppend() throws IOException {
        SqliteJournalStore first = folder.store("first");
        Path alias = Files.createSymbolicLink(path.resolve("alias"), path);
        Files.delete(path.resolve("journal.db.lock"));
        try (SqliteJournalStore second = new RunFolder(alias).store("second")) {
            assertThatThrownBy(() -> first.append(List.of(new Intent(Step.pure("fit", INPUT)))))
                    .isInstanceOf(StaleLeaseException.class)
                    .hasMessageContaining("first, epoch 1")
                    .hasMessageContaining("second (epoch 2)");
            second.append(List.of(new Intent(Step.pure("fit", INPUT))));
            assertThat(second.records(Intent.class)).hasSize(1);
        }
        first.close();
        assertThat(folder.verify().firstFailure()).isEmpty();
    }

    @Test
    void databaseRefusesASecondResultAndRollsTheWholeBatchBack() {
        try (SqliteJournalStore store = folder.store("first")) {
            store.append(List.of(new Intent(Step.pure("fit", INPUT)), new Result("fit", INPUT, digest("mass"))));
            int before = store.entries().size();

            assertThatThrownBy(() -> store.append(List.of(
                            new JournalRecord.Failed("other", "first of the batch"),
                            new Result("fit", INPUT, digest("other")))))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("UNIQUE");
            assertThat(store.entries()).hasSize(before);
        }
        assertThat(folder.verify().checks().get(2).ok()).isTrue();
    }

    @Test
    void everyKindSurvivesStoring() {
        List<JournalRecord> records = List.of(
                new JournalRecord.RunStarted(json("study", "omega")),
                new Intent(Step.unsafe("slew", INPUT)),
                new Result("slew", INPUT, digest("on target")),
                new JournalRecord.Failed("fit", "no \"minimum\"\n"),
                new JournalRecord.Registered(digest("plan"), json("members", "π0")),
                new JournalRecord.Opened(digest("rows"), new JournalRecord.Purpose.Exploration(), json("by", "x")),
                new JournalRecord.Opened(
                        digest("rows"), new JournalRecord.Purpose.Confirmation(digest("plan")), json("by", "x")),
                new JournalRecord.Event("found", json("what", "omega")),
                new JournalRecord.Published(9),
                new JournalRecord.RunFinished(json("end", "done")));
        try (SqliteJournalStore store = folder.store("first")) {
            store.append(records);
        }
        try (SqliteJournalReader reader = SqliteJournalReader.open(folder.file())) {
            assertThat(reader.records(JournalRecord.class).subList(1, 11)).isEqualTo(records);
            assertThat(reader.entries()).allSatisfy(entry -> {
                assertThat(entry.header().runId()).isEqualTo("run-1");
                assertThat(entry.header().recordedAt()).isEqualTo(RunFolder.CLOCK.millis());
            });
            assertThat(reader.runId()).isEqualTo("run-1");
        }
    }

    @Test
    void closingLeavesOneFileThatCanBeCopied(@TempDir Path elsewhere) throws IOException {
        try (Journal journal = folder.open("first")) {
            journal.step(Step.pure("fit", INPUT), () -> StepYield.of(bytes("mass")));
        }
        try (Stream<Path> files = Files.list(path)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("journal.db", "blobs");
        }
        Files.copy(folder.file(), elsewhere.resolve("journal.db"));
        assertThat(SqliteJournalReader.verify(elsewhere.resolve("journal.db"), folder.blobs())
                        .firstFailure())
                .isEmpty();
    }

    @Test
    void readingChangesNothingEvenWhereNothingMayBeWritten() throws IOException {
        try (Journal journal = folder.open("first")) {
            journal.step(Step.pure("fit", INPUT), () -> StepYield.of(bytes("mass")));
        }
        Map<String, Digest> before = contents();
        try (ReadOnly _ = ReadOnly.of(path)) {
            assertThat(folder.verify().firstFailure()).isEmpty();
            assertThat(contents()).isEqualTo(before);
        }
    }

    @Test
    void crashedJournalIsReadFromItsLogWithoutTouchingIt(@TempDir Path crashed) throws IOException {
        try (Journal journal = folder.open("first")) {
            journal.step(Step.pure("fit", INPUT), () -> StepYield.of(bytes("mass")));
            for (String name : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
                Files.copy(path.resolve(name), crashed.resolve(name));
            }
        }
        RunFolder copy = new RunFolder(crashed);
        Map<String, Digest> before = contents(crashed);
        assertThat(Files.size(crashed.resolve("journal.db-wal"))).isPositive();
        try (ReadOnly _ = ReadOnly.of(crashed);
                SqliteJournalReader reader = SqliteJournalReader.open(copy.file())) {
            assertThat(reader.records(Result.class)).hasSize(1);
            assertThat(contents(crashed)).isEqualTo(before);
        }
    }

    @Test
    void liveJournalCanBeReadWhileItIsWritten() {
        try (Journal journal = folder.open("first");
                SqliteJournalReader reader = SqliteJournalReader.open(folder.file())) {
            journal.step(Step.pure("fit", INPUT), () -> StepYield.of(bytes("mass")));
            assertThat(reader.records(Result.class)).hasSize(1);
            journal.step(Step.pure("test", INPUT), () -> StepYield.of(bytes("verdict")));
            assertThat(reader.records(Result.class)).hasSize(2);
        }
        assertThat(folder.verify().firstFailure()).isEmpty();
    }

    @Test
    void creatingOverARunAndResumingNothingAreRefused() throws IOException {
        SqliteJournalStore.Writer writer = new SqliteJournalStore.Writer("first", RunFolder.CLOCK);
        assertThatThrownBy(() -> SqliteJournalStore.resume(folder.file(), writer))
                .hasMessageContaining("no run to resume");
        Files.createFile(folder.file());
        assertThatThrownBy(() -> SqliteJournalStore.resume(folder.file(), writer))
                .hasMessageContaining("holds no run");
        SqliteJournalStore.create(folder.file(), "run-1", writer).close();
        assertThatThrownBy(() -> SqliteJournalStore.create(folder.file(), "run-2", writer))
                .hasMessageContaining("holds run run-1 already");
        assertThatThrownBy(() -> SqliteJournalStore.create(path.resolve("none/journal.db"), "run-1", writer))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("none");
    }

    private Map<String, Digest> contents() throws IOException {
        return contents(path);
    }

    private static Map<String, Digest> contents(Path root) throws IOException {
        Map<String, Digest> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> contents.put(root.relativize(file).toString(), Digest.of(file)));
        }
        return contents;
    }
}
