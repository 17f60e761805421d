package org.novum.journal.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.novum.api.ExitCode;
import org.novum.journal.JournalException;
import org.novum.journal.StorageFullException;

/** SQLite's result codes (https://www.sqlite.org/rescode.html) as exceptions that say what to do. */
final class SqliteFaults {

    private static final int PERMISSION = 3;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int IO_ERROR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;

    private SqliteFaults() {}

    static JournalException translate(Path file, SQLException e) {
        return switch (primaryCode(e)) {
            case FULL -> new StorageFullException(file, "the disk is full", e);
            case IO_ERROR ->
                new StorageFullException(file, "the disk is full or failing (%s)".formatted(e.getMessage()), e);
            case CORRUPT, NOT_A_DATABASE ->
                new JournalException(
                        "%s is damaged: %s. Copy it again from an intact bundle.".formatted(file, e.getMessage()), e);
            case PERMISSION, READ_ONLY, CANNOT_OPEN ->
                new JournalException(
                        ExitCode.CANNOT_WRITE,
                        "%s cannot be opened for this: %s. Check the path and the permissions."
                                .formatted(file, e.getMessage()),
                        e);
            case BUSY, LOCKED ->
                new JournalException(
                        ExitCode.TEMPORARY,
                        "%s stayed locked by another process: %s. Stop that process or try again."
                                .formatted(file, e.getMessage()),
                        e);
            default -> new JournalException("%s: %s".formatted(file, e.getMessage()), e);
        };
    }

    static boolean isBusy(SQLException e) {
        return primaryCode(e) == BUSY;
    }

    /** Extended codes keep the primary one in their lowest byte. */
    private static int primaryCode(SQLException e) {
        return e.getErrorCode() & 0xff;
    }
}
