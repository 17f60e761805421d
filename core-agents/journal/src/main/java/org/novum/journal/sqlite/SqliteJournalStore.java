package org.novum.journal.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.novum.api.ExitCode;
import org.novum.journal.Digest;
import org.novum.journal.JournalEntry;
import org.novum.journal.JournalException;
import org.novum.journal.JournalLockedException;
import org.novum.journal.JournalRecord;
import org.novum.journal.JournalStore;
import org.novum.journal.Lease;
import org.novum.journal.StaleLeaseException;
import org.novum.journal.StorageFullException;
import org.novum.journal.StoredEntry;

/**
 * The journal of one run in one SQLite file, written by one process at a time.
 *
 * <p>While a store is open, the file has a write-ahead log and a lock file beside it. Closing folds the log into the
 * file, which is then whole by itself. After a crash the log is still there and belongs to the file; the next opening
 * folds it.
 */
public final class SqliteJournalStore implements JournalStore {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SqliteDatabase database;
    private final WriterLock lock;
    private final String runId;
    private final InstantSource clock;
    private final Lease lease;

    /**
     * Who writes.
     *
     * @param holder for people to read, in the lease and in messages
     * @param clock stamps the entries
     */
    public record Writer(String holder, InstantSource clock) {}

    private SqliteJournalStore(Opening opening, Lease lease) {
        this.database = opening.database();
        this.lock = opening.lock();
        this.runId = opening.runId();
        this.clock = opening.writer().clock();
        this.lease = lease;
    }

    private record Opening(SqliteDatabase database, WriterLock lock, String runId, Writer writer) {}

    /**
     * Begins the journal of a new run; its folder must exist. A file whose making was interrupted is taken over.
     *
     * @throws JournalException when the file holds a run already
     * @throws JournalLockedException when a live process writes it
     * @throws StorageFullException when there is no space
     */
    public static SqliteJournalStore create(Path file, String runId, Writer writer) {
        return open(file, writer, recorded -> {
            if (recorded.isPresent()) {
                throw new JournalException(
                        ExitCode.CANNOT_WRITE,
                        "%s holds run %s already. Resume it, or choose another folder."
                                .formatted(file, recorded.get()));
            }
            return runId;
        });
    }

    /**
     * Takes up the run that the file holds, with the next epoch.
     *
     * @throws JournalException when the file is missing or holds no run
     * @throws JournalLockedException when a live process writes it
     * @throws StorageFullException when there is no space
     */
    public static SqliteJournalStore resume(Path file, Writer writer) {
        if (!Files.isRegularFile(file)) {
            throw new JournalException(
                    ExitCode.NO_INPUT, "%s is missing, so there is no run to resume; run the study".formatted(file));
        }
        return open(
                file,
                writer,
                recorded -> recorded.orElseThrow(() -> new JournalException(
                        ExitCode.NO_INPUT,
                        "%s holds no run: it was interrupted before anything was recorded. Run the study again."
                                .formatted(file))));
    }

    private interface RunChoice {
        String choose(Optional<String> recorded);
    }

    private static SqliteJournalStore open(Path file, Writer writer, RunChoice choice) {
        WriterLock lock = WriterLock.acquire(file, writer.holder());
        try {
            SqliteDatabase database = SqliteDatabase.writable(file, PATIENCE);
            try {
                return database.write(connection -> {
                    String runId = choice.choose(JournalTable.runId(connection));
                    return takeLease(connection, new Opening(database, lock, runId, writer));
                });
            } catch (RuntimeException e) {
                database.closeAfter(e);
                throw e;
            }
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static SqliteJournalStore takeLease(Connection connection, Opening opening) throws SQLException {
        if (!JournalTable.exists(connection)) {
            JournalTable.create(connection);
        }
        long epoch = JournalTable.lease(connection, opening.runId())
                        .map(Lease::epoch)
                        .orElse(0L)
                + 1;
        Lease lease = new Lease(epoch, opening.writer().holder());
        JournalTable.take(connection, opening.runId(), lease);
        SqliteJournalStore store = new SqliteJournalStore(opening, lease);
        store.insert(connection, List.of(new JournalRecord.LeaseTaken(lease)));
        return store;
    }

    @Override
    public String location() {
        return database.file().toString();
    }

    @Override
    public String runId() {
        return runId;
    }

    @Override
    public Lease lease() {
        return lease;
    }

    @Override
    public List<JournalEntry> append(List<? extends JournalRecord> records) {
        List<StoredEntry> entries = database.write(connection -> {
            Lease current = JournalTable.lease(connection, runId)
                    .orElseThrow(
                            () -> new JournalException("%s has lost its lease of run %s".formatted(location(), runId)));
            if (current.epoch() != lease.epoch()) {
                throw new StaleLeaseException(location(), lease, current);
            }
            return insert(connection, records);
        });
        return entries.stream().map(StoredEntry::decode).toList();
    }

    private List<StoredEntry> insert(Connection connection, List<? extends JournalRecord> records) throws SQLException {
        JournalTable.Tip tip = JournalTable.tip(connection);
        long sequence = tip.sequence();
        Digest previous = tip.hash();
        List<StoredEntry> entries = new ArrayList<>();
        for (JournalRecord record : records) {
            sequence++;
            StoredEntry entry = StoredEntry.seal(
                    new JournalEntry.Header(sequence, runId, lease.epoch(), clock.millis()), record, previous);
            entries.add(entry);
            previous = new Digest(entry.hash());
        }
        JournalTable.insert(connection, entries);
        return entries;
    }

    @Override
    public List<StoredEntry> stored() {
        return database.read(JournalTable::all);
    }

    /** Caps the file, to fill it in tests without filling a disk. */
    void limitPages(long pages) throws SQLException {
        database.execute("PRAGMA max_page_count=" + pages);
    }

    /** Folds the log into the file, closes it and lets others write. */
    @Override
    public void close() {
        try (lock;
                database) {
            database.fold();
        }
    }
}
