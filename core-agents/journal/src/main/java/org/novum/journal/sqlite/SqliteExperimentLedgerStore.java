package org.novum.journal.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.novum.api.ExitCode;
import org.novum.journal.Digest;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.journal.JournalException;
import org.novum.journal.LedgerEntry;
import org.novum.journal.LedgerRecord;
import org.novum.journal.LedgerSnapshot;
import org.novum.journal.LedgerState;
import org.novum.journal.LedgerVerifier;
import org.novum.journal.Registration;
import org.novum.journal.RegistrationOutcome;
import org.novum.journal.StorageFaults;
import org.novum.journal.StorageFullException;
import org.novum.journal.StoredLedgerEntry;
import org.novum.journal.Verification;

/** The ledger of one experiment in one SQLite file, shared by all processes of one machine. */
public final class SqliteExperimentLedgerStore implements ExperimentLedgerStore {

    /** Writers of one experiment queue up behind each other; each holds the file for milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final SqliteDatabase database;
    private final String experiment;
    private final InstantSource clock;

    /** Guarded by the database's lock, which every transaction holds. */
    private final List<LedgerEntry> decoded = new ArrayList<>();

    private SqliteExperimentLedgerStore(SqliteDatabase database, String experiment, InstantSource clock) {
        this.database = database;
        this.experiment = experiment;
        this.clock = clock;
    }

    /**
     * Opens {@code <folder>/<experiment>.db}, and makes folder and file when they are missing.
     *
     * @param folder usually {@code NOVUM_HOME/ledgers}
     * @param experiment letters, digits, dots, hyphens and underscores; starts with a letter or digit
     * @param clock stamps the entries
     * @throws StorageFullException when there is no space
     */
    public static SqliteExperimentLedgerStore open(Path folder, String experiment, InstantSource clock) {
        if (!FILE_NAME.matcher(experiment).matches()) {
            throw new JournalException(
                    ExitCode.CONFIGURATION,
                    "an experiment is named by up to 100 letters, digits, dots, hyphens and underscores, not '%s'"
                            .formatted(experiment));
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw StorageFaults.writing(folder, 1, e);
        }
        SqliteDatabase database = SqliteDatabase.writable(folder.resolve(experiment + ".db"), PATIENCE);
        SqliteExperimentLedgerStore store = new SqliteExperimentLedgerStore(database, experiment, clock);
        try {
            database.write(connection -> {
                LedgerTable.create(connection);
                return store;
            });
            return store;
        } catch (RuntimeException e) {
            database.closeAfter(e);
            throw e;
        }
    }

    @Override
    public String experiment() {
        return experiment;
    }

    @Override
    public RegistrationOutcome register(Registration registration) {
        return register(registration.hash(), state -> registration);
    }

    @Override
    public RegistrationOutcome register(Digest hash, Function<LedgerState, Registration> request) {
        return database.write(connection -> {
            Optional<StoredLedgerEntry> first = LedgerTable.find(connection, "Registered", hash.toString());
            if (first.isPresent()) {
                return standing(connection, first.get().decode());
            }
            Registration registration = request.apply(state(connection));
            if (!registration.hash().equals(hash)) {
                throw new JournalException(
                        ExitCode.SOFTWARE, "asked to register %s but given %s".formatted(hash, registration.hash()));
            }
            LedgerEntry entry = append(connection, new LedgerRecord.Registered(registration));
            return new RegistrationOutcome.Registered(entry.sequence(), registration);
        });
    }

    private RegistrationOutcome standing(Connection connection, LedgerEntry first) throws SQLException {
        if (!(first.record() instanceof LedgerRecord.Registered(Registration registration))) {
            throw new JournalException("%s: entry %d is no registration".formatted(database.file(), first.sequence()));
        }
        Optional<JsonNode> decision = decision(connection, registration.hash());
        return decision.isPresent()
                ? new RegistrationOutcome.AlreadyDecided(first.sequence(), decision.get())
                : new RegistrationOutcome.AlreadyRegistered(first.sequence(), registration);
    }

    @Override
    public JsonNode decide(Digest registration, Function<LedgerState, JsonNode> decide) {
        return database.write(connection -> {
            Optional<JsonNode> recorded = decision(connection, registration);
            if (recorded.isPresent()) {
                return recorded.get();
            }
            if (LedgerTable.find(connection, "Registered", registration.toString())
                    .isEmpty()) {
                throw new JournalException(
                        ExitCode.SOFTWARE,
                        "%s: %s cannot be decided because it was never registered"
                                .formatted(database.file(), registration));
            }
            append(connection, new LedgerRecord.Decided(registration, decide.apply(state(connection))));
            return decision(connection, registration).orElseThrow();
        });
    }

    @Override
    public LedgerEntry opened(LedgerRecord.Opened opening, Consumer<LedgerState> guard) {
        return database.write(connection -> {
            guard.accept(state(connection));
            String subject = StoredLedgerEntry.encode(opening).subject();
            Optional<StoredLedgerEntry> recorded = LedgerTable.find(connection, "Opened", subject);
            return recorded.isPresent() ? recorded.get().decode() : append(connection, opening);
        });
    }

    @Override
    public LedgerState state() {
        return database.read(this::state);
    }

    @Override
    public Verification verify() {
        return LedgerVerifier.verify(stored());
    }

    @Override
    public byte[] snapshot() {
        return new LedgerSnapshot(stored()).bytes();
    }

    @Override
    public void close() {
        database.close();
    }

    /** Caps the file, to fill it in tests without filling a disk. */
    void limitPages(long pages) throws SQLException {
        database.execute("PRAGMA max_page_count=" + pages);
    }

    private List<StoredLedgerEntry> stored() {
        return database.read(connection -> LedgerTable.after(connection, Long.MIN_VALUE));
    }

    private LedgerEntry append(Connection connection, LedgerRecord record) throws SQLException {
        Optional<StoredLedgerEntry> last = LedgerTable.last(connection);
        StoredLedgerEntry entry = StoredLedgerEntry.seal(
                new LedgerEntry.Header(
                        last.map(tip -> tip.header().sequence()).orElse(0L) + 1, experiment, clock.millis()),
                StoredLedgerEntry.encode(record),
                last.map(tip -> new Digest(tip.hash())).orElse(Digest.ZERO));
        LedgerTable.insert(connection, entry);
        return entry.decode();
    }

    private static Optional<JsonNode> decision(Connection connection, Digest registration) throws SQLException {
        return LedgerTable.find(connection, "Decided", registration.toString())
                .map(StoredLedgerEntry::decode)
                .map(LedgerEntry::record)
                .map(LedgerRecord.Decided.class::cast)
                .map(LedgerRecord.Decided::decision);
    }

    /** Entries never change, so each is decoded once; a transaction reads only what came since the last one. */
    private LedgerState state(Connection connection) throws SQLException {
        long known = decoded.isEmpty() ? 0 : decoded.getLast().sequence();
        LedgerTable.after(connection, known).forEach(entry -> decoded.add(entry.decode()));
        return new LedgerState(decoded);
    }
}
