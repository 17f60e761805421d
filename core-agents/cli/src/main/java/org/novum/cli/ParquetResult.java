package org.novum.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.discipline.OperationResult;

/** Writes a table as Parquet, through DuckDB in memory. */
final class ParquetResult {
    private ParquetResult() {}

    static byte[] write(OperationResult.Table table) {
        try {
            Path folder = Files.createTempDirectory("novum-parquet");
            Path file = folder.resolve("result.parquet");
            try (DuckDBConnection connection =
                    DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class)) {
                fill(connection, table);
                export(connection, file);
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot write the table", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder takes no table", e);
        }
    }

    private static void fill(DuckDBConnection connection, OperationResult.Table table) throws SQLException {
        String columns = table.columns().stream()
                .map(card -> quoted(card.name()) + " " + type(card.type()))
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE result (" + columns + ")");
        }
        try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "result")) {
            for (List<Object> row : table.rows()) {
                appender.beginRow();
                for (int i = 0; i < row.size(); i++) {
                    append(appender, table.columns().get(i), row.get(i));
                }
                appender.endRow();
            }
        }
    }

    private static void append(DuckDBAppender appender, ColumnCard card, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case Double number when number.isNaN() -> appender.appendNull();
            case Number number when card.type() == ColumnType.FLOAT64 -> appender.append(number.doubleValue());
            case Number number -> appender.append(number.longValue());
            default -> appender.append(value.toString());
        }
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case FLOAT64 -> "DOUBLE";
            case INT64, INT32 -> "BIGINT";
            case TEXT -> "VARCHAR";
            case FLOAT64_LIST, INT64_LIST, INT32_LIST, INT8_LIST ->
                throw new IllegalArgumentException("a result has one value in each cell");
        };
    }

    private static void export(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("COPY result TO '" + file.toString().replace("'", "''") + "' (FORMAT PARQUET)");
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
