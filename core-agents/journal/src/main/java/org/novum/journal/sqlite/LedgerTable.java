package org.novum.journal.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.novum.journal.LedgerEntry;
import org.novum.journal.StoredLedgerEntry;

/** The table of an experiment's ledger, and the statements on it. */
final class LedgerTable {

    private static final List<String> SCHEMA = List.of("""
        CREATE TABLE IF NOT EXISTS entries (
          sequence INTEGER PRIMARY KEY,
          experiment TEXT NOT NULL,
          recorded_at INTEGER NOT NULL,
          kind TEXT NOT NULL,
          subject TEXT NOT NULL,
          payload TEXT NOT NULL,
          previous_hash TEXT NOT NULL,
          hash TEXT NOT NULL UNIQUE,
          UNIQUE (kind, subject)
        ) STRICT\
        """, """
        CREATE TRIGGER IF NOT EXISTS entries_stay BEFORE UPDATE ON entries
        BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END\
        """, """
        CREATE TRIGGER IF NOT EXISTS entries_remain BEFORE DELETE ON entries
        BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END\
        """);

    private static final String COLUMNS =
            "SELECT sequence, experiment, recorded_at, kind, subject, payload, previous_hash, hash FROM entries ";

    private LedgerTable() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : SCHEMA) {
                statement.execute(sql);
            }
        }
    }

    static Optional<StoredLedgerEntry> last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COLUMNS + "ORDER BY sequence DESC LIMIT 1")) {
            return rows.next() ? Optional.of(entry(rows)) : Optional.empty();
        }
    }

    static Optional<StoredLedgerEntry> find(Connection connection, String kind, String subject) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS + "WHERE kind = ? AND subject = ?")) {
            statement.setString(1, kind);
            statement.setString(2, subject);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(entry(rows)) : Optional.empty();
            }
        }
    }

    static List<StoredLedgerEntry> after(Connection connection, long sequence) throws SQLException {
        List<StoredLedgerEntry> entries = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(COLUMNS + "WHERE sequence > ? ORDER BY sequence")) {
            statement.setLong(1, sequence);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
        }
        return entries;
    }

    static void insert(Connection connection, StoredLedgerEntry entry) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
            INSERT INTO entries (sequence, experiment, recorded_at, kind, subject, payload, previous_hash, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
            """)) {
            statement.setLong(1, entry.header().sequence());
            statement.setString(2, entry.header().experiment());
            statement.setLong(3, entry.header().recordedAt());
            statement.setString(4, entry.content().kind());
            statement.setString(5, entry.content().subject());
            statement.setString(6, entry.content().payload());
            statement.setString(7, entry.previousHash());
            statement.setString(8, entry.hash());
            statement.executeUpdate();
        }
    }

    private static StoredLedgerEntry entry(ResultSet row) throws SQLException {
        return new StoredLedgerEntry(
                new LedgerEntry.Header(
                        row.getLong("sequence"), row.getString("experiment"), row.getLong("recorded_at")),
                new StoredLedgerEntry.Content(
                        row.getString("kind"), row.getString("subject"), row.getString("payload")),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
