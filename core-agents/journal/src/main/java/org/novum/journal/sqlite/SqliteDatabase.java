package org.novum.journal.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.novum.api.ExitCode;
import org.novum.journal.JournalException;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** One connection to one SQLite file, used by one thread at a time. */
final class SqliteDatabase implements AutoCloseable {

    /** What runs inside a transaction. */
    @FunctionalInterface
    interface Body<T> {
        T run(Connection connection) throws SQLException;
    }

    private static final Duration RETRY_PAUSE = Duration.ofMillis(5);

    private final Path file;
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    private SqliteDatabase(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Opens for writing and makes the file if it is missing; commits are durable when they return. */
    static SqliteDatabase writable(Path file, Duration patience) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) patience.toMillis());
        config.enforceForeignKeys(true);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        SqliteDatabase database = open(file, "file:" + uriPath(file), config);
        try {
            database.enterWriteAheadLog(patience);
            return database;
        } catch (RuntimeException e) {
            database.closeAfter(e);
            throw e;
        }
    }

    /** Opens for reading; {@code parameters} are those of https://www.sqlite.org/uri.html. */
    static SqliteDatabase readOnly(Path file, String parameters) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return open(file, "file:" + uriPath(file) + "?" + parameters, config);
    }

    private static SqliteDatabase open(Path file, String uri, SQLiteConfig config) {
        try {
            Properties properties = config.toProperties();
            return new SqliteDatabase(file, JDBC.createConnection(JDBC.PREFIX + uri, properties));
        } catch (SQLException e) {
            throw SqliteFaults.translate(file, e);
        }
    }

    private static String uriPath(Path file) {
        return file.toAbsolutePath().toUri().getRawPath();
    }

    /**
     * SQLite's busy handler does not cover the change of mode, so processes that make a file together try again.
     */
    private void enterWriteAheadLog(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try (Statement statement = connection.createStatement();
                    ResultSet mode = statement.executeQuery("PRAGMA journal_mode=WAL")) {
                if (mode.next() && "wal".equals(mode.getString(1))) {
                    return;
                }
                throw new JournalException(
                        ExitCode.CANNOT_WRITE, file + " cannot use a write-ahead log; put it on a local disk");
            } catch (SQLException e) {
                if (!SqliteFaults.isBusy(e) || System.nanoTime() > deadline) {
                    throw SqliteFaults.translate(file, e);
                }
                LockSupport.parkNanos(RETRY_PAUSE.toNanos());
            }
        }
    }

    /** Runs the body alone among all writers; commits durably or leaves nothing. */
    <T> T write(Body<T> body) {
        return transaction("BEGIN IMMEDIATE", body);
    }

    /** Runs the body on one state of the file. */
    <T> T read(Body<T> body) {
        return transaction("BEGIN", body);
    }

    private <T> T transaction(String begin, Body<T> body) {
        if (lock.isHeldByCurrentThread()) {
            throw new JournalException(
                    ExitCode.SOFTWARE, file + ": a transaction may not start another one on the same store");
        }
        lock.lock();
        try {
            execute(begin);
            try {
                T value = body.run(connection);
                execute("COMMIT");
                return value;
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(e);
                throw e;
            }
        } catch (SQLException e) {
            throw SqliteFaults.translate(file, e);
        } finally {
            lock.unlock();
        }
    }

    private void rollBack(Throwable cause) {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // After a full disk SQLite has often rolled back on its own; the cause is what gets reported.
            cause.addSuppressed(e);
        }
    }

    /** Folds the write-ahead log into the file, so that the file alone can be copied and read anywhere. */
    void fold() {
        lock.lock();
        try {
            try {
                execute("PRAGMA busy_timeout=0");
                execute("PRAGMA journal_mode=DELETE");
            } catch (SQLException e) {
                // With a reader at work the log stays, whole; the next one to open the file folds it.
                if (!SqliteFaults.isBusy(e)) {
                    throw SqliteFaults.translate(file, e);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Outside of any transaction. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqliteFaults.translate(file, e);
        } finally {
            lock.unlock();
        }
    }

    /** Closes because of another failure, which stays the one that is reported. */
    void closeAfter(Throwable cause) {
        try {
            close();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }
}
