package org.novum.journal.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import org.novum.journal.Digest;
import org.novum.journal.FileBlobStore;
import org.novum.journal.Journal;
import org.novum.journal.Verification;

/** A run's folder, with a clock that stands still. */
record RunFolder(Path path) {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T06:00:00Z"));

    Path file() {
        return path.resolve("journal.db");
    }

    FileBlobStore blobs() {
        return FileBlobStore.at(path.resolve("blobs"));
    }

    SqliteJournalStore store(String holder) {
        SqliteJournalStore.Writer writer = new SqliteJournalStore.Writer(holder, CLOCK);
        return Files.exists(file())
                ? SqliteJournalStore.resume(file(), writer)
                : SqliteJournalStore.create(file(), "run-1", writer);
    }

    Journal.Parts parts(String holder) {
        return Journal.Parts.of(store(holder), blobs());
    }

    Journal open(String holder) {
        return Journal.open(parts(holder));
    }

    Verification verify() {
        return SqliteJournalReader.verify(file(), blobs());
    }

    /** Does to the file at rest what no code of ours would. */
    void tamper(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER IF EXISTS entries_stay");
            statement.execute("DROP TRIGGER IF EXISTS entries_remain");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Digest digest(String text) {
        return Digest.of(bytes(text));
    }

    static JsonNode json(String field, String value) {
        return JsonNodeFactory.instance.objectNode().put(field, value);
    }
}
