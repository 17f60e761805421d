package org.novum.journal.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.novum.journal.Digest;
import org.novum.journal.JournalEntry;
import org.novum.journal.Lease;
import org.novum.journal.StoredEntry;

/** The tables of a journal's file, and the statements on them. */
final class JournalTable {

    /** The last entry of the chain. */
    record Tip(long sequence, Digest hash) {}

    /** Rows are written once: the triggers keep a slip of ours or of another program from changing history. */
    private static final List<String> SCHEMA = List.of(
            """
            CREATE TABLE lease (
              run_id TEXT PRIMARY KEY,
              epoch INTEGER NOT NULL,
              holder TEXT NOT NULL
            ) STRICT\
            """,
            """
            CREATE TABLE entries (
              sequence INTEGER PRIMARY KEY,
              run_id TEXT NOT NULL REFERENCES lease (run_id),
              epoch INTEGER NOT NULL,
              recorded_at INTEGER NOT NULL,
              kind TEXT NOT NULL,
              step TEXT,
              step_kind TEXT,
              payload TEXT NOT NULL,
              previous_hash TEXT NOT NULL,
              hash TEXT NOT NULL UNIQUE
            ) STRICT\
            """,
            "CREATE UNIQUE INDEX one_intent ON entries (run_id, step) WHERE kind = 'Intent'",
            "CREATE UNIQUE INDEX one_result ON entries (run_id, step) WHERE kind = 'Result'",
            """
            CREATE TRIGGER entries_stay BEFORE UPDATE ON entries
            BEGIN SELECT RAISE(ABORT, 'a journal is append-only'); END\
            """,
            """
            CREATE TRIGGER entries_remain BEFORE DELETE ON entries
            BEGIN SELECT RAISE(ABORT, 'a journal is append-only'); END\
            """);

    private JournalTable() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : SCHEMA) {
                statement.execute(sql);
            }
        }
    }

    static boolean exists(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM sqlite_schema WHERE name = 'lease'")) {
            return rows.next();
        }
    }

    /** The run of this file; empty when its making was interrupted. */
    static Optional<String> runId(Connection connection) throws SQLException {
        if (!exists(connection)) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT run_id FROM lease")) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    static Optional<Lease> lease(Connection connection, String runId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT epoch, holder FROM lease WHERE run_id = ?")) {
            statement.setString(1, runId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Lease(rows.getLong("epoch"), rows.getString("holder")))
                        : Optional.empty();
            }
        }
    }

    static void take(Connection connection, String runId, Lease lease) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
            INSERT INTO lease (run_id, epoch, holder) VALUES (?, ?, ?)
            ON CONFLICT (run_id) DO UPDATE SET epoch = excluded.epoch, holder = excluded.holder\
            """)) {
            statement.setString(1, runId);
            statement.setLong(2, lease.epoch());
            statement.setString(3, lease.holder());
            statement.executeUpdate();
        }
    }

    static Tip tip(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT sequence, hash FROM entries ORDER BY sequence DESC LIMIT 1")) {
            return rows.next()
                    ? new Tip(rows.getLong("sequence"), new Digest(rows.getString("hash")))
                    : new Tip(0, Digest.ZERO);
        }
    }

    static void insert(Connection connection, List<StoredEntry> entries) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
            INSERT INTO entries (sequence, run_id, epoch, recorded_at, kind, step, step_kind, payload,
              previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)) {
            for (StoredEntry entry : entries) {
                statement.setLong(1, entry.header().sequence());
                statement.setString(2, entry.header().runId());
                statement.setLong(3, entry.header().epoch());
                statement.setLong(4, entry.header().recordedAt());
                statement.setString(5, entry.content().kind());
                statement.setString(6, entry.content().step());
                statement.setString(7, entry.content().stepKind());
                statement.setString(8, entry.content().payload());
                statement.setString(9, entry.previousHash());
                statement.setString(10, entry.hash());
                statement.executeUpdate();
            }
        }
    }

    static List<StoredEntry> all(Connection connection) throws SQLException {
        List<StoredEntry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM entries ORDER BY sequence")) {
            while (rows.next()) {
                entries.add(entry(rows));
            }
        }
        return entries;
    }

    private static StoredEntry entry(ResultSet row) throws SQLException {
        return new StoredEntry(
                new JournalEntry.Header(
                        row.getLong("sequence"),
                        row.getString("run_id"),
                        row.getLong("epoch"),
                        row.getLong("recorded_at")),
                new StoredEntry.Content(
                        row.getString("kind"),
                        row.getString("step"),
                        row.getString("step_kind"),
                        row.getString("payload")),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
