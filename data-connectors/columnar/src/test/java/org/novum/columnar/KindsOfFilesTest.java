package org.novum.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.impl.UnionListWriter;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.arrow.vector.compression.NoCompressionCodec;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** What the contract does not try: types, other kinds of files, rows that are selected. */
class KindsOfFilesTest {
    @TempDir
    private Path folder;

    private static List<ColumnType> types(Dataset dataset) {
        return dataset.card().parts().getFirst().columns().stream().map(ColumnCard::type).toList();
    }

    private Path sql(String name, String query) throws SQLException {
        Path file = folder.resolve(name);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT PARQUET)");
        }
        return file;
    }

    @Test
    void typesOfParquet() throws SQLException {
        Path file = sql("types.parquet", "SELECT 1::UTINYINT a, true b, 4000000000::UINTEGER c, 1.25::DECIMAL(9,2) d, 0.5::FLOAT e,"
                + " DATE '2024-02-29' f, TIMESTAMP '2024-02-29 12:30:00' g, [1.5, 2.5]::DOUBLE[] h, [1, 2]::INTEGER[] i,"
                + " {'x': 1, 'y': 'z'} j, NULL::DOUBLE k");
        try (Dataset dataset = new ColumnarConnector().open(DataSource.of(file.toString()))) {
            assertThat(types(dataset))
                    .containsExactly(
                            ColumnType.INT32, ColumnType.INT32, ColumnType.INT64, ColumnType.FLOAT64, ColumnType.FLOAT64,
                            ColumnType.TEXT, ColumnType.TEXT, ColumnType.FLOAT64_LIST, ColumnType.INT32_LIST, ColumnType.TEXT,
                            ColumnType.FLOAT64);
            assertThat(Rows.of(dataset))
                    .containsExactly("1|1|4000000000|1.25|0.5|2024-02-29|2024-02-29 12:30:00|[1.5,2.5]|[1,2]|{\"x\":1,\"y\":\"z\"}|null");
        }
    }

    @Test
    void nestedTypesOfArrow() throws IOException {
        Path file = Files.write(folder.resolve("nested.arrow"), Samples.nestedArrow());
        try (Dataset dataset = new ColumnarConnector(folder, 100).open(DataSource.of(file.toString()))) {
            assertThat(types(dataset)).containsExactly(ColumnType.FLOAT64_LIST, ColumnType.TEXT, ColumnType.TEXT);
            assertThat(Rows.of(dataset).subList(2, 5))
                    .containsExactly(
                            "[2.0,0.5]|{\"k0\":2,\"k1\":3}|{\"lists\":null}",
                            "null|{}|{\"lists\":null}",
                            "[4.0,1.0]|{\"k0\":4}|{\"lists\":null}");
        }
    }

    @Test
    void linesOfJson() throws IOException {
        String lines = "{\"name\": \"a\", \"n\": 1, \"x\": 0.5}\n{\"name\": \"b\", \"n\": 2}\n";
        Files.writeString(folder.resolve("plain.jsonl"), lines);
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("packed.ndjson.gz")))) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        List<String> digests = new ArrayList<>();
        for (String name : List.of("plain.jsonl", "packed.ndjson.gz")) {
            try (Dataset dataset = new ColumnarConnector(folder, 100).open(DataSource.of(name))) {
                assertThat(types(dataset)).containsExactly(ColumnType.TEXT, ColumnType.INT64, ColumnType.FLOAT64);
                assertThat(Rows.of(dataset)).containsExactly("a|1|0.5", "b|2|null");
                digests.add(dataset.card().parts().getFirst().sha256());
            }
        }
        assertThat(digests.getFirst()).isEqualTo(digests.getLast());
    }

    @ParameterizedTest
    @EnumSource(value = CodecType.class, names = {"NO_COMPRESSION", "LZ4_FRAME", "ZSTD"})
    void arrowFiles(CodecType codec) throws IOException {
        Path file = folder.resolve("events.arrow");
        try (BufferAllocator allocator = new RootAllocator();
                Float8Vector mass = new Float8Vector("mass", allocator);
                ListVector hits = (ListVector) ColumnType.FLOAT64_LIST.field("hits").createVector(allocator)) {
            UnionListWriter writer = hits.getWriter();
            for (int row = 0; row < 3; row++) {
                mass.setSafe(row, row + 0.5);
                writer.setPosition(row);
                writer.startList();
                for (int hit = 0; hit < row; hit++) {
                    writer.writeFloat8(hit);
                }
                writer.endList();
            }
            mass.setValueCount(3);
            hits.setValueCount(3);
            VectorSchemaRoot root = VectorSchemaRoot.of(mass, hits);
            root.setRowCount(3);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    ArrowFileWriter writing = new ArrowFileWriter(
                            root, null, channel, Map.of(), IpcOption.DEFAULT, factory(codec), codec)) {
                writing.start();
                writing.writeBatch();
                writing.writeBatch();
                writing.end();
            }
        }
        try (Dataset dataset = new ColumnarConnector().open(DataSource.of(file.toString()))) {
            assertThat(types(dataset)).containsExactly(ColumnType.FLOAT64, ColumnType.FLOAT64_LIST);
            assertThat(Rows.of(dataset))
                    .containsExactly("0.5|[]", "1.5|[0.0]", "2.5|[0.0,1.0]", "0.5|[]", "1.5|[0.0]", "2.5|[0.0,1.0]");
        }
    }

    /** Marks of text and patterns in a file's name are its name. */
    @ParameterizedTest
    @ValueSource(strings = {"it's.parquet", "a 'b' c.jsonl", "two\"x.parquet"})
    void namesWithMarks(String name) throws SQLException, IOException {
        Path file = folder.resolve(name);
        if (name.endsWith("parquet")) {
            Files.move(sql("plain.parquet", "SELECT 7 AS n"), file);
        } else {
            Files.writeString(file, "{\"n\": 7}\n");
        }
        try (Dataset dataset = new ColumnarConnector().open(DataSource.of(file.toString()))) {
            assertThat(Rows.of(dataset)).containsExactly("7");
        }
    }

    /** A batch may take what its compressed parts say, however small they are. */
    @Test
    void arrowOfAMillionNothings() throws IOException {
        int rows = 1 << 20;
        Path file = folder.resolve("nothings.arrow");
        try (BufferAllocator allocator = new RootAllocator();
                Float8Vector zeros = new Float8Vector("zeros", allocator);
                Float8Vector missing = new Float8Vector("missing", allocator)) {
            zeros.allocateNew(rows);
            for (int row = 0; row < rows; row++) {
                zeros.set(row, 0);
            }
            zeros.setValueCount(rows);
            missing.setValueCount(rows);
            try (VectorSchemaRoot root = VectorSchemaRoot.of(zeros, missing);
                    FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    ArrowFileWriter writing = new ArrowFileWriter(
                            root, null, channel, Map.of(), IpcOption.DEFAULT, factory(CodecType.ZSTD), CodecType.ZSTD)) {
                writing.start();
                writing.writeBatch();
                writing.end();
            }
        }
        assertThat(file).isRegularFile().satisfies(small -> assertThat(Files.size(small)).isLessThan(rows / 100));
        try (Dataset dataset = new ColumnarConnector().open(DataSource.of(file.toString()))) {
            assertThat(dataset.card().rows()).isEqualTo(rows);
            List<String> read = Rows.of(dataset);
            assertThat(read).hasSize(rows).startsWith("0.0|null").endsWith("0.0|null");
        }
    }

    private static CompressionCodec.Factory factory(CodecType codec) {
        return codec == CodecType.NO_COMPRESSION ? NoCompressionCodec.Factory.INSTANCE : CommonsCompressionFactory.INSTANCE;
    }

    @Test
    void selectsByTextAndByNumber() throws SQLException {
        Path file = sql("rows.parquet", "SELECT * FROM (VALUES (1, 'G', 0.5), (2, 'T', 1.0), (3, 'G', 1.0)) t(n, kind, x)");
        for (var select : List.of(Map.of("kind", "G", "x", "1"), Map.of("n", "3.0"), Map.of("n", "3"))) {
            var source = new DataSource(List.of(file.toString()), Map.of(), Map.of(), select);
            try (Dataset dataset = new ColumnarConnector().open(source)) {
                assertThat(dataset.card().rows()).isEqualTo(1);
                assertThat(Rows.of(dataset)).containsExactly("3|G|1.0");
            }
        }
        var none = new DataSource(List.of(file.toString()), Map.of(), Map.of(), Map.of("kind", "'; DROP TABLE t; --"));
        assertThatThrownBy(() -> new ColumnarConnector().open(none)).hasMessageContaining("keeps no row");
    }

    @Test
    void manyFilesAreParts() throws SQLException {
        sql("b.parquet", "SELECT 1 n");
        sql("a.parquet", "SELECT 2 n");
        try (Dataset dataset = new ColumnarConnector(folder, 10).open(DataSource.of("*.parquet"))) {
            assertThat(dataset.card().parts()).extracting(DataPart::name).containsExactly("a", "b");
            assertThat(Rows.of(dataset)).containsExactly("2", "1");
        }
    }

    /** Of an answer in batches the database itself says no more than that there is none. */
    @Test
    void damagedPagesAreRefusedWithTheReason() throws IOException {
        byte[] content = Samples.parquet("");
        Arrays.fill(content, 4, 60, (byte) 0x7f); // the first page, behind the four letters that begin the file
        Path file = Files.write(folder.resolve("pages.parquet"), content);
        try (Dataset dataset = new ColumnarConnector().open(DataSource.of(file.toString()))) {
            assertThatThrownBy(() -> Rows.of(dataset))
                    .isInstanceOf(DataException.class)
                    .hasMessageMatching(".*pages.parquet: it cannot be read as what its ending says \\(\\w+.*\\); get the file again.*")
                    .message()
                    .doesNotContain("Invalid result set");
        }
    }
}
