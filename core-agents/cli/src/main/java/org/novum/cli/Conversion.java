package org.novum.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBResultSet;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;
import org.novum.api.discipline.OperationResult;
import org.novum.votable.VotableWriter;

/**
 * Writes rows of a dataset into a file of another format, through DuckDB, batch by batch.
 *
 * @param columns to write, in this order; all that every part has, if empty
 * @param where SQL condition, or empty for all rows
 */
record Conversion(List<String> columns, String where) {
    private static final String TABLE = "source_rows";
    private static final int ROWS = 1 << 16;

    /**
     * Converts.
     *
     * @param out file; its ending says the format
     * @return rows written
     * @throws NovumException if a column is not there, the condition is no SQL, or the file cannot be written
     */
    long write(BufferAllocator allocator, Dataset dataset, Path out) {
        List<ColumnCard> read = shared(dataset);
        String part = "." + out.getFileName() + ".part";
        Path unfinished = out.toAbsolutePath().resolveSibling(part);
        try (DuckDBConnection connection =
                        DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
                BatchesReader reader = new BatchesReader(allocator, dataset, dataset.card().parts(), read);
                ArrowArrayStream stream = ArrowArrayStream.allocateNew(allocator)) {
            Data.exportArrayStream(allocator, reader, stream);
            connection.registerArrowStream(TABLE, stream);
            long rows = write(allocator, connection, query(read), out, unfinished);
            Files.move(unfinished, out.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return rows;
        } catch (SQLException wrong) {
            throw wrong(out, wrong);
        } catch (IOException full) {
            throw new NovumException(ExitCode.CANNOT_WRITE, out + " cannot be written (" + full.getMessage() + ")", full);
        } finally {
            discard(unfinished);
        }
    }

    /** The columns that all parts have alike. */
    private List<ColumnCard> shared(Dataset dataset) {
        List<DataPart> parts = dataset.card().parts();
        List<ColumnCard> shared = new ArrayList<>(parts.getFirst().columns());
        parts.forEach(part -> shared.removeIf(column -> !part.column(column.name()).map(ColumnCard::type).equals(Optional.of(column.type()))));
        List<String> names = shared.stream().map(ColumnCard::name).toList();
        columns.stream().filter(column -> !names.contains(column)).findFirst().ifPresent(missing -> {
            throw new NovumException(ExitCode.USAGE, "--columns: there is no column " + missing + "; there are " + names);
        });
        if (shared.isEmpty()) {
            throw new NovumException(ExitCode.DATA, "the parts have no column in common; convert them one by one");
        }
        // A condition may name columns that are not written.
        return where.isEmpty() && !columns.isEmpty()
                ? columns.stream().map(name -> shared.get(names.indexOf(name))).toList()
                : shared;
    }

    private String query(List<ColumnCard> read) {
        List<String> wanted = columns.isEmpty() ? read.stream().map(ColumnCard::name).toList() : columns;
        String list = wanted.stream().map(Conversion::quoted).collect(Collectors.joining(", "));
        return "SELECT " + list + " FROM " + TABLE + (where.isEmpty() ? "" : " WHERE (" + where + ")");
    }

    private static long write(BufferAllocator allocator, DuckDBConnection connection, String query, Path out, Path unfinished)
            throws SQLException, IOException {
        ResultFormat format = ResultFormat.of(out.getFileName().toString());
        return switch (format) {
            case CSV -> copy(connection, query, unfinished, "FORMAT CSV, HEADER");
            case PARQUET -> copy(connection, query, unfinished, "FORMAT PARQUET");
            case ARROW -> arrow(allocator, connection, query, unfinished);
            case VOTABLE -> votable(connection, query, out, unfinished);
            case JSON, HTML ->
                throw new NovumException(
                        ExitCode.USAGE, "--out " + out + ": end the name of the file in .csv, .parquet, .arrow, .feather or .vot");
        };
    }

    private static long copy(Connection connection, String query, Path file, String format) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(
                    "COPY (" + query + ") TO '" + file.toString().replace("'", "''") + "' (" + format + ")");
        }
    }

    private static long arrow(BufferAllocator allocator, Connection connection, String query, Path file)
            throws SQLException, IOException {
        long rows = 0;
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query);
                ArrowReader reader = (ArrowReader) answer.unwrap(DuckDBResultSet.class).arrowExportStream(allocator, ROWS);
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
                ArrowFileWriter writer = new ArrowFileWriter(reader.getVectorSchemaRoot(), reader, channel)) {
            writer.start();
            while (reader.loadNextBatch()) {
                rows += reader.getVectorSchemaRoot().getRowCount();
                writer.writeBatch();
            }
            writer.end();
        }
        return rows;
    }

    private static long votable(Connection connection, String query, Path out, Path file) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            OperationResult.Table table = ResultRows.of(answer);
            Files.write(file, VotableWriter.write(out.getFileName().toString().replaceFirst("\\.[^.]*$", ""), table));
            return table.rows().size();
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static NovumException wrong(Path out, SQLException wrong) {
        String reason = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("").strip();
        return switch (reason.split(" ", 2)[0]) {
            case "IO" -> new NovumException(ExitCode.CANNOT_WRITE, out + " cannot be written (" + reason + ")", wrong);
            case "Parser", "Binder", "Conversion", "Catalog" ->
                new NovumException(ExitCode.USAGE, "--where: " + reason + "; write a condition of the columns, in SQL", wrong);
            default -> new NovumException(ExitCode.DATA, "the data cannot be converted: " + reason, wrong);
        };
    }

    private static void discard(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException stuck) {
            throw new NovumException(ExitCode.CANNOT_WRITE, unfinished + " cannot be removed; remove it", stuck);
        }
    }
}
