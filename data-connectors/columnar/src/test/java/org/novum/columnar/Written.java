package org.novum.columnar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.novum.api.data.ColumnType;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.fake.InMemoryTable;

/** Files that DuckDB writes. */
final class Written {
    private Written() {}

    /** Values at the ends of their types, and texts that formats must quote. */
    static InMemoryTable muons() {
        return InMemoryTable.named("muons")
                .wholes("event", Unit.ONE, 1, 2, Long.MAX_VALUE, Long.MIN_VALUE, 1)
                .texts("type", "G", "a,b", "say \"T\"", "", "µ")
                .reals("E", Unit.ONE, 1.5, -2.25, 0.1, 1.7976931348623157e308, 4.9e-324);
    }

    static Path by(InMemoryTable table, Path file, String format) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            String columns = table.columns().stream()
                    .map(column -> '"' + column.card().name() + "\" " + type(column.card().type()))
                    .collect(Collectors.joining(", "));
            statement.execute("CREATE TABLE t (" + columns + ")");
            String marks = table.columns().stream().map(_ -> "?").collect(Collectors.joining(", "));
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (" + marks + ")")) {
                for (int row = 0; row < table.rows(); row++) {
                    for (int column = 0; column < table.columns().size(); column++) {
                        insert.setObject(column + 1, table.columns().get(column).value(row));
                    }
                    insert.execute();
                }
            }
            statement.execute("COPY t TO '" + file + "' (" + format + ")");
            return file;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case FLOAT64 -> "DOUBLE";
            case INT64 -> "BIGINT";
            case INT32 -> "INTEGER";
            case TEXT -> "VARCHAR";
            case FLOAT64_LIST, INT64_LIST, INT32_LIST, INT8_LIST -> throw new IllegalArgumentException("not written here");
        };
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Path bytes(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
