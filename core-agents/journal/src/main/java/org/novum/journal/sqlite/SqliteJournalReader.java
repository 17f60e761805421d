package org.novum.journal.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.novum.api.ExitCode;
import org.novum.journal.BlobStore;
import org.novum.journal.Check;
import org.novum.journal.Digest;
import org.novum.journal.JournalException;
import org.novum.journal.JournalReader;
import org.novum.journal.JournalVerifier;
import org.novum.journal.StoredEntry;
import org.novum.journal.Verification;

/**
 * Reads a journal's file without changing anything beside or in it, also where nothing may be written.
 *
 * <p>A file at rest is read as immutable. One whose writer crashed is copied with its log into a temporary folder and
 * read there. One with a live writer is read through the log as it stands at each call.
 */
public final class SqliteJournalReader implements JournalReader {

    private static final List<String> LOGS = List.of("-wal", "-journal");

    private final Path file;
    private final SqliteDatabase database;
    private final Optional<Path> copy;

    private SqliteJournalReader(Path file, SqliteDatabase database, Optional<Path> copy) {
        this.file = file;
        this.database = database;
        this.copy = copy;
    }

    /**
     * Opens the file for reading.
     *
     * @throws JournalException when it is missing
     */
    public static SqliteJournalReader open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new JournalException(
                    ExitCode.NO_INPUT,
                    "%s is missing; this is no evidence bundle, or an incomplete copy".formatted(file));
        }
        if (WriterLock.isHeld(file)) {
            return new SqliteJournalReader(file, SqliteDatabase.readOnly(file, "mode=ro"), Optional.empty());
        }
        try {
            return LOGS.stream().noneMatch(log -> holdsBytes(sibling(file, log)))
                    ? new SqliteJournalReader(file, SqliteDatabase.readOnly(file, "immutable=1"), Optional.empty())
                    : openCopy(file);
        } catch (IOException | UncheckedIOException e) {
            throw new JournalException("%s and its log cannot be copied for reading: %s".formatted(file, e), e);
        }
    }

    /** Opens, verifies and closes; a file that cannot be read fails the first check, {@code journal file}. */
    public static Verification verify(Path file, BlobStore blobs) {
        try (SqliteJournalReader reader = open(file)) {
            return JournalVerifier.verify(reader, blobs);
        } catch (JournalException e) {
            return new Verification(
                    List.of(Check.failed(JournalVerifier.FILE, 1, String.valueOf(e.getMessage()))), Digest.ZERO);
        }
    }

    private static SqliteJournalReader openCopy(Path file) throws IOException {
        Path folder = Files.createTempDirectory("novum-journal");
        Path target = folder.resolve(file.getFileName());
        try {
            Files.copy(file, target);
            for (String log : LOGS) {
                if (holdsBytes(sibling(file, log))) {
                    Files.copy(sibling(file, log), sibling(target, log));
                }
            }
            SqliteDatabase database = SqliteDatabase.writable(target, Duration.ZERO);
            return new SqliteJournalReader(file, database, Optional.of(folder));
        } catch (IOException | RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    private static Path sibling(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static boolean holdsBytes(Path file) {
        try {
            return Files.exists(file) && Files.size(file) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Override
    public String location() {
        return file.toString();
    }

    @Override
    public String runId() {
        return database.read(JournalTable::runId)
                .orElseThrow(() -> new JournalException(
                        ExitCode.NO_INPUT,
                        "%s holds no run: it was interrupted before anything was recorded".formatted(file)));
    }

    @Override
    public List<StoredEntry> stored() {
        return database.read(connection -> JournalTable.exists(connection) ? JournalTable.all(connection) : List.of());
    }

    @Override
    public void close() {
        database.close();
        if (copy.isPresent()) {
            try {
                delete(copy.get());
            } catch (IOException e) {
                throw new JournalException("the temporary copy %s cannot be removed: %s".formatted(copy.get(), e), e);
            }
        }
    }
}
