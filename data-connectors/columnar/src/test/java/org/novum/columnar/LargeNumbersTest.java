package org.novum.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Numbers that no column here holds are refused, and not rounded. */
class LargeNumbersTest {
    @TempDir
    private Path folder;

    private static List<String> read(DataSource source, String column) {
        List<String> rows = new ArrayList<>();
        try (Dataset dataset = new ColumnarConnector().open(source);
                BufferAllocator allocator = new RootAllocator();
                Batches batches = dataset.read(allocator, dataset.card().parts().getFirst().name(), List.of(column))) {
            while (batches.next()) {
                FieldVector vector = batches.root().getVector(0);
                for (int row = 0; row < batches.root().getRowCount(); row++) {
                    rows.add(String.valueOf(vector.getObject(row)));
                }
            }
        }
        return rows;
    }

    private static List<String> read(Path file, String column) {
        return read(DataSource.of(file.toString()), column);
    }

    private Path parquet(String query) throws SQLException {
        Path file = folder.resolve("large.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT PARQUET)");
        }
        return file;
    }

    private Path arrow(Function<BufferAllocator, FieldVector> column) throws IOException {
        Path file = folder.resolve("large.arrow");
        try (BufferAllocator allocator = new RootAllocator();
                FieldVector vector = column.apply(allocator);
                VectorSchemaRoot root = VectorSchemaRoot.of(vector);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                ArrowFileWriter writer = new ArrowFileWriter(root, null, channel)) {
            root.setRowCount(vector.getValueCount());
            writer.start();
            writer.writeBatch();
            writer.end();
        }
        return file;
    }

    /** Before the first batch and far behind it; the database itself says "Invalid result set", or nothing of the column. */
    @Test
    void unsignedNumbersOfParquet() throws SQLException {
        for (long row : new long[] {0, 250_000}) {
            Path file = parquet("SELECT i, CASE WHEN i = " + row + " THEN 18446744073709551615::UBIGINT ELSE i::UBIGINT END \"n \"\"1\","
                    + " [i::UBIGINT, 9223372036854775807 + (i = " + row + ")::UBIGINT] l FROM range(300000) t(i)");
            assertThatThrownBy(() -> read(file, "n \"1"))
                    .isInstanceOf(DataException.class)
                    .hasMessageEndingWith("large.parquet, row " + (row + 1)
                            + ": column n \"1 has the number 18446744073709551615, which is above 2^63 - 1; "
                            + "write the column as float64, or as text where every digit counts, or leave it out");
            assertThatThrownBy(() -> read(file, "l"))
                    .hasMessageContaining("row " + (row + 1) + ": column l has the number 9223372036854775808, which is above 2^63 - 1;");
            assertThat(read(file, "i")).hasSize(300_000);
        }
    }

    @Test
    void rowsThatAreNotSelectedDoNotCount() throws SQLException {
        Path file = parquet("SELECT * FROM (VALUES ('a', 1::UBIGINT), ('b', 9223372036854775807), ('c', 9223372036854775808),"
                + " ('b', 18446744073709551615)) t(kind, n)");
        var first = new DataSource(List.of(file.toString()), Map.of("count", "n"), Map.of(), Map.of("kind", "a"));
        assertThat(read(first, "count")).containsExactly("1");
        var second = new DataSource(List.of(file.toString()), Map.of("count", "n"), Map.of(), Map.of("kind", "b"));
        assertThatThrownBy(() -> read(second, "count"))
                .hasMessageContaining("row 4: column n has the number 18446744073709551615,");
    }

    @Test
    void unsignedNumbersOfArrow() throws IOException {
        Path file = arrow(allocator -> {
            UInt8Vector vector = new UInt8Vector("n", allocator);
            vector.setSafe(0, Long.MAX_VALUE);
            vector.setSafe(1, Long.MIN_VALUE);
            vector.setValueCount(2);
            return vector;
        });
        try (Dataset dataset = new ColumnarConnector().open(DataSource.of(file.toString()))) {
            assertThat(dataset.card().parts().getFirst().columns())
                    .extracting(ColumnCard::type)
                    .containsExactly(ColumnType.INT64);
        }
        assertThatThrownBy(() -> read(file, "n"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("large.arrow, row 2: column n has the number 9223372036854775808, which is above 2^63 - 1;");
    }

    @Test
    void halfPrecisionOfArrow() throws IOException {
        Path file = arrow(allocator -> {
            Float2Vector vector = new Float2Vector("mass", allocator);
            vector.setSafeWithPossibleTruncate(0, 0.5f);
            vector.setValueCount(1);
            return vector;
        });
        assertThatThrownBy(() -> read(file, "mass"))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("large.arrow: column mass is of the type float16, which is not read; write it as float32");
    }

    private Path json(String... lines) throws IOException {
        return Files.write(folder.resolve("large.jsonl"), List.of(lines));
    }

    @Test
    void wholeNumbersOfJson() throws IOException {
        Path file = json(
                "{\"n\": 1, \"m\": 1, \"k\": -1, \"l\": [1]}",
                "{\"n\": 9223372036854775807, \"m\": 9223372036854775807, \"k\": 2, \"l\": [2]}",
                "{\"n\": 9223372036854775808, \"m\": 18446744073709551616, \"k\": -9223372036854775809, \"l\": [3, 1"
                        + "0".repeat(310) + "]}");
        assertThatThrownBy(() -> read(file, "n"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("large.jsonl, row 3: column n has the number 9223372036854775808, which is above 2^63 - 1;");
        assertThatThrownBy(() -> read(file, "m"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("large.jsonl, row 3: column m has the number 18446744073709551616, which no int64 holds; ");
        assertThatThrownBy(() -> read(file, "k")).hasMessageContaining("row 3: column k has the number -9223372036854775809,");
        assertThatThrownBy(() -> read(file, "l")).hasMessageContaining("row 3: column l has the number 1000");
    }

    /** Reals may be large; a column of reals may have some that are written without a point. */
    @Test
    void realNumbersOfJson() throws IOException {
        Path file = json(
                "{\"it's\": 1e400, \"x\": 0.5, \"l\": [0.5, -1e400], \"f\": 1e30, \"kind\": \"a\", \"i\": Infinity}",
                "{\"it's\": 2.5, \"x\": 18446744073709551616, \"l\": [], \"f\": 1e308, \"kind\": \"b\", \"i\": 0.5}");
        assertThat(read(file, "x")).containsExactly("0.5", "1.8446744073709552E19");
        assertThat(read(file, "f")).containsExactly("1.0E30", "1.0E308");
        assertThat(read(file, "i")).containsExactly("Infinity", "0.5");
        assertThatThrownBy(() -> read(file, "it's"))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("large.jsonl, row 1: column it's has the number 1e400, which no float64 holds; "
                        + "write the column as text, or leave it out");
        assertThatThrownBy(() -> read(file, "l")).hasMessageContaining("row 1: column l has the number -1e400, which no float64 holds");
        var second = new DataSource(List.of(file.toString()), Map.of(), Map.of(), Map.of("kind", "b"));
        assertThat(read(second, "it's")).containsExactly("2.5");
    }
}
