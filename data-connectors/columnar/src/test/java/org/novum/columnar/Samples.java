package org.novum.columnar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.MapVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.complex.impl.UnionFixedSizeListWriter;
import org.apache.arrow.vector.complex.impl.UnionListWriter;
import org.apache.arrow.vector.complex.impl.UnionMapWriter;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.arrow.vector.compression.NoCompressionCodec;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.novum.api.data.ColumnType;

/** Small files with numbers, text, lists and missing values. */
final class Samples {
    static final int ROWS = 30;

    private Samples() {}

    static byte[] parquet(String options) {
        try {
            Path file = Files.createTempFile("sample", ".parquet");
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = connection.createStatement()) {
                statement.execute("COPY (SELECT i::INTEGER n, i * 0.5 x, 'text ' || (i % 7) kind, [i, i + 1] hits,"
                        + " {'a': i, 'b': 'z'} pair, DATE '2024-02-29' + i::INTEGER d,"
                        + " CASE WHEN i % 3 = 0 THEN NULL ELSE i END gaps, i::DECIMAL(9, 2) m"
                        + " FROM range(" + ROWS + ") t(i)) TO '" + file + "' (FORMAT PARQUET" + options + ")");
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] lines() {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> "{\"n\": " + i + ", \"x\": " + i / 4.0 + ", \"kind\": \"t\\u00e4" + i % 5 + "\", \"hits\": [1, " + i
                        + "], \"pair\": {\"a\": " + (i % 3 == 0 ? "null" : i) + "}}\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The same rows as an array. */
    static byte[] array() {
        String lines = new String(lines(), StandardCharsets.UTF_8);
        return ("[" + lines.strip().replace("\n", ",\n") + "]").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** An Arrow file of lists of two numbers, maps from text to numbers, and structures of lists, with missing ones. */
    static byte[] nestedArrow() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BufferAllocator allocator = new RootAllocator();
                FixedSizeListVector pair = FixedSizeListVector.empty("pair", 2, allocator);
                MapVector map = MapVector.empty("map", allocator, false);
                StructVector struct = StructVector.empty("struct", allocator)) {
            UnionFixedSizeListWriter pairs = pair.getWriter();
            UnionMapWriter maps = map.getWriter();
            struct.addOrGet("lists", FieldType.nullable(new ArrowType.FixedSizeList(2)), FixedSizeListVector.class)
                    .addOrGetVector(FieldType.nullable(new ArrowType.Int(Integer.SIZE, true)));
            struct.allocateNew();
            for (int row = 0; row < ROWS; row++) {
                pairs.setPosition(row);
                if (row % 5 != 3) {
                    pairs.startList();
                    pairs.writeFloat8(row);
                    pairs.writeFloat8(row / 4.0);
                    pairs.endList();
                }
                maps.setPosition(row);
                maps.startMap();
                for (int entry = 0; entry < row % 3; entry++) {
                    maps.startEntry();
                    maps.key().varChar().writeVarChar("k" + entry);
                    maps.value().integer().writeInt(row + entry);
                    maps.endEntry();
                }
                maps.endMap();
                struct.setIndexDefined(row);
            }
            pairs.setValueCount(ROWS);
            maps.setValueCount(ROWS);
            struct.setValueCount(ROWS);
            VectorSchemaRoot root = VectorSchemaRoot.of(pair, map, struct);
            root.setRowCount(ROWS);
            try (ArrowFileWriter file = new ArrowFileWriter(root, null, Channels.newChannel(out))) {
                file.start();
                file.writeBatch();
                file.end();
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] arrow(CodecType codec) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BufferAllocator allocator = new RootAllocator();
                Float8Vector mass = new Float8Vector("mass", allocator);
                IntVector count = new IntVector("count", allocator);
                VarCharVector kind = new VarCharVector("kind", allocator);
                ListVector hits = (ListVector) ColumnType.FLOAT64_LIST.field("hits").createVector(allocator)) {
            UnionListWriter writer = hits.getWriter();
            for (int row = 0; row < ROWS; row++) {
                mass.setSafe(row, row + 0.5);
                if (row % 4 != 0) {
                    count.setSafe(row, row);
                }
                kind.setSafe(row, ("kind " + row % 6).getBytes(StandardCharsets.UTF_8));
                writer.setPosition(row);
                writer.startList();
                for (int hit = 0; hit < row % 3; hit++) {
                    writer.writeFloat8(hit);
                }
                writer.endList();
            }
            VectorSchemaRoot root = VectorSchemaRoot.of(mass, count, kind, hits);
            root.setRowCount(ROWS);
            CompressionCodec.Factory factory = codec == CodecType.NO_COMPRESSION
                    ? NoCompressionCodec.Factory.INSTANCE
                    : CommonsCompressionFactory.INSTANCE;
            try (ArrowFileWriter file = new ArrowFileWriter(
                    root, null, Channels.newChannel(out), Map.of(), IpcOption.DEFAULT, factory, codec)) {
                file.start();
                file.writeBatch();
                file.writeBatch();
                file.end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
