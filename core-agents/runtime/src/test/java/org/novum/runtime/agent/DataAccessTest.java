package org.novum.runtime.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.data.Unit;
import org.novum.journal.Digest;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.journal.FileBlobStore;
import org.novum.journal.Journal;
import org.novum.journal.JournalRecord;
import org.novum.journal.sqlite.SqliteJournalStore;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.runtime.ledger.ErrorLedger;
import org.novum.runtime.ledger.LedgerFiles;
import org.novum.runtime.partition.PartitionedData;
import org.novum.runtime.partition.Slices;
import org.novum.runtime.testing.Laboratory;
import org.novum.runtime.testing.SignDiscipline;

class DataAccessTest {
    private static final InMemoryDataset DATA = InMemoryDataset.of(
            "d", InMemoryTable.named("p").wholes("key", Unit.ONE, LongStream.range(0, 100).toArray()));
    private static final Digest PLAN = Digest.of(new byte[] {1});

    @TempDir
    private Path folder;

    private final BufferAllocator allocator = new RootAllocator();
    private Journal journal;
    private ExperimentLedgerStore ledger;

    @BeforeEach
    void open() {
        journal = Journal.open(Journal.Parts.of(
                SqliteJournalStore.create(
                        folder.resolve("journal.db"), "run", new SqliteJournalStore.Writer("test", () -> Instant.EPOCH)),
                FileBlobStore.at(folder.resolve("blobs"))));
        ledger = new LedgerFiles(folder.resolve("ledgers"), () -> Instant.EPOCH).open("trial");
    }

    @AfterEach
    void close() {
        journal.close();
        ledger.close();
        allocator.close();
    }

    private DataAccess access(PartitionPolicy policy) {
        Registrar registrar = new Registrar(
                new ErrorLedger(ledger),
                Laboratory.study("memory:d"),
                new SignDiscipline().card(),
                new PartitionedData(DATA, policy, "trial"),
                "run");
        return new DataAccess(registrar, new Steps(journal));
    }

    private static PartitionPolicy byKey() {
        return new PartitionPolicy.ByKey(List.of("key"), 0.3, 2);
    }

    @Test
    void confirmationRowsNeedARegistration() {
        DataAccess access = access(byKey());
        assertThatThrownBy(() -> access.open(PLAN, "confirmation-1"))
                .isInstanceOfSatisfying(
                        NovumException.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED));
        assertThatThrownBy(() -> access.opened(List.of("confirmation-1"), allocator))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not open");
        assertThat(journal.reader().records(JournalRecord.Opened.class)).isEmpty();
    }

    @Test
    void aRegistrationOpensItsSliceAlone() {
        DataAccess access = access(byKey());
        access.registered(PLAN, "confirmation-1", JsonNodeFactory.instance.objectNode().put("round", 1));
        assertThatThrownBy(() -> access.open(PLAN, "confirmation-2"))
                .isInstanceOfSatisfying(
                        NovumException.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED))
                .hasMessageContaining("opens confirmation-1, not confirmation-2");
        assertThat(journal.reader().records(JournalRecord.Opened.class)).isEmpty();

        access.open(PLAN, "confirmation-1");
        assertThat(access.opened(List.of("confirmation-1"), allocator).partition()).isEqualTo("confirmation-1");
        JournalRecord.Opened opened =
                journal.reader().records(JournalRecord.Opened.class).getFirst();
        assertThat(opened.partition()).isEqualTo(access.digest(List.of("confirmation-1")));
        assertThat(opened.purpose()).isEqualTo(new JournalRecord.Purpose.Confirmation(PLAN));
        assertThat(journal.reader()
                        .records(JournalRecord.Registered.class)
                        .getFirst()
                        .payload()
                        .path("partition")
                        .asText())
                .isEqualTo(opened.partition().hex());
    }

    @Test
    void openedSlicesBecomeExplorationForEverybody() {
        DataAccess access = access(byKey());
        assertThat(access.explore(1)).containsExactly(Slices.EXPLORATION);
        access.registered(PLAN, "confirmation-1", JsonNodeFactory.instance.objectNode());
        access.open(PLAN, "confirmation-1");
        assertThat(ledger.state().openings()).isEmpty();
        assertThat(access.explore(2)).containsExactly("confirmation-1", Slices.EXPLORATION);
        assertThat(ledger.state().openings())
                .hasSize(1)
                .allSatisfy(opening -> assertThat(opening.payload().path("slice").asText()).isEqualTo("confirmation-1"));
        assertThat(access.open()).containsExactly("confirmation-1", Slices.EXPLORATION);
    }

    @Test
    void explorationIsRecordedOncePerRound() {
        DataAccess access = access(byKey());
        access.explore(1);
        access.explore(1);
        access.explore(2);
        assertThat(journal.reader().records(JournalRecord.Opened.class))
                .hasSize(2)
                .allSatisfy(opened -> assertThat(opened.purpose()).isInstanceOf(JournalRecord.Purpose.Exploration.class));
    }

    @Test
    void aWholeSampleIsNeverExplored() {
        DataAccess access = access(new PartitionPolicy.WholeSample("no need"));
        assertThat(access.explore(1)).isEmpty();
        access.registered(PLAN, Slices.ALL, JsonNodeFactory.instance.objectNode());
        access.open(PLAN, Slices.ALL);
        assertThat(access.explorable()).isEmpty();
        assertThat(access.open()).containsExactly(Slices.ALL);
        assertThat(journal.reader().records(JournalRecord.Opened.class)).hasSize(1);
    }

    @Test
    void theDigestOfRowsKnowsPolicyAndSlice() {
        DataAccess access = access(byKey());
        assertThat(access.digest(List.of("confirmation-1"))).isNotEqualTo(access.digest(List.of("confirmation-2")));
        assertThat(access.digest(List.of("confirmation-1")))
                .isNotEqualTo(access(new PartitionPolicy.ByKey(List.of("key"), 0.4, 2)).digest(List.of("confirmation-1")));
    }
}
