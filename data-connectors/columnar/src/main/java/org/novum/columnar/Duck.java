package org.novum.columnar;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.novum.api.NovumException;
import org.novum.api.data.DataException;
import org.novum.files.Guard;
import org.novum.tabular.TableFile;

/** A connection to a database in memory that has one file for a table. */
final class Duck implements AutoCloseable {
    private static final String ARROW = "arrow_file";

    private final TableFile file;
    private final Engine engine;
    private final DuckDBConnection connection;
    private boolean broken;
    private @Nullable BatchMemory batches;
    private @Nullable ArrowFileReader reader;
    private @Nullable ArrowArrayStream stream;

    private Duck(TableFile file, Engine engine) throws SQLException {
        this.file = file;
        this.engine = engine;
        this.connection = engine.connect();
    }

    /**
     * Opens a file.
     *
     * @param allocator pays where the file is Arrow's own
     * @throws DataException if it is no such file
     */
    static Duck open(BufferAllocator allocator, TableFile file) {
        return open(allocator, file, Kind.of(file) == Kind.ARROW ? Engine.Cores.ONE : Engine.Cores.ALL); // one thread loads batches
    }

    /**
     * The same for an answer in the file's order of rows, batch by batch. One core is all that such a stream can use, and
     * batches are in the caches when they are read; files are read side by side by whoever wants more cores.
     */
    static Duck inOrder(BufferAllocator allocator, TableFile file) {
        return open(allocator, file, Engine.Cores.ONE);
    }

    private static Duck open(BufferAllocator allocator, TableFile file, Engine.Cores cores) {
        Duck duck = null;
        try {
            if (Kind.of(file) == Kind.PARQUET) {
                ParquetFooter.check(file.path());
            }
            duck = new Duck(file, Engine.take(cores));
            if (Kind.of(file) == Kind.ARROW) {
                duck.register(allocator);
            }
            return duck;
        } catch (SQLException | IOException | RuntimeException | OutOfMemoryError | StackOverflowError cause) {
            if (duck != null) {
                throw duck.refused(cause);
            }
            throw broken(file, cause);
        }
    }

    private void register(BufferAllocator allocator) throws IOException {
        FileChannel channel = FileChannel.open(file.path());
        batches = new BatchMemory(channel.size(), allocator);
        reader = new CheckedArrowFile(channel, batches);
        reader.getVectorSchemaRoot();
        stream = ArrowArrayStream.allocateNew(batches);
        Data.exportArrayStream(batches, reader, stream);
        connection.registerArrowStream(ARROW, stream);
    }

    /** The SQL of the table. The path is no parameter, for which the database would look at the file twice. */
    String table() throws IOException {
        return switch (Kind.of(file)) {
            case ARROW -> ARROW;
            case PARQUET -> "read_parquet(" + text(file.path().toString()) + ")";
            case JSON, JSON_LINES -> JsonText.of(file).detected();
        };
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /**
     * Prepares a query of the table.
     *
     * @param sql with {@link #table()} in it
     * @param values of the parameters
     */
    PreparedStatement query(String sql, List<String> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        int at = 1;
        for (String value : values) {
            statement.setString(at++, value);
        }
        return statement;
    }

    /**
     * Closes this after a failure.
     *
     * @return the failure as a user reads it
     */
    NovumException refused(Throwable cause) {
        note(cause);
        close();
        return broken(file, cause);
    }

    /** An error within the database itself ends it; after any other it is whole. */
    void note(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        broken |= message.contains("INTERNAL Error")
                || message.contains("FATAL Error")
                || message.contains("invalidated");
    }

    /** The failure as a user reads it. */
    static NovumException broken(TableFile file, Throwable cause) {
        if (cause instanceof NovumException known) {
            return known;
        }
        String reason = Guard.reason(cause).replaceAll("\\w+Exception: ", ""); // of the library within the library
        boolean empty = file.path().toFile().length() == 0;
        return new DataException(
                file.label(),
                empty ? "the file is empty" : "it cannot be read as what its ending says (" + reason + ")",
                "get the file again, or correct its ending",
                cause);
    }

    @Override
    public void close() {
        try {
            connection.close();
            if (stream != null) {
                stream.close();
            }
            if (reader != null) {
                reader.close();
            }
            if (batches != null) {
                batches.close();
            }
            if (broken) {
                engine.end();
            } else {
                engine.giveBack();
            }
        } catch (SQLException | IOException stuck) {
            throw new IllegalStateException("a file in memory cannot be closed", stuck);
        }
    }

    /** Whether the file is there. */
    static boolean exists(TableFile file) {
        return Files.isRegularFile(file.path());
    }
}
