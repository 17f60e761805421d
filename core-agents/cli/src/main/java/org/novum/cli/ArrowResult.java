package org.novum.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnCard;
import org.novum.api.discipline.OperationResult;

/** Writes a table as an Arrow IPC file; each field's metadata state its unit. */
final class ArrowResult {
    private static final int ROWS = 1 << 16;

    private ArrowResult() {}

    static byte[] write(OperationResult.Table table) {
        Schema schema = new Schema(table.columns().stream().map(ArrowResult::field).toList());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BufferAllocator allocator = new RootAllocator();
                VectorSchemaRoot root = VectorSchemaRoot.create(schema, allocator);
                ArrowFileWriter writer = new ArrowFileWriter(root, null, Channels.newChannel(out))) {
            writer.start();
            for (int from = 0; from < table.rows().size(); from += ROWS) {
                fill(root, table.rows().subList(from, Math.min(table.rows().size(), from + ROWS)));
                writer.writeBatch();
            }
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException("memory took no table", e);
        }
        return out.toByteArray();
    }

    private static Field field(ColumnCard card) {
        Field plain = card.type().field(card.name());
        FieldType type = new FieldType(true, plain.getType(), null, Map.of("unit", card.unit().symbol()));
        return new Field(card.name(), type, plain.getChildren());
    }

    private static void fill(VectorSchemaRoot root, List<List<Object>> rows) {
        root.getFieldVectors().forEach(FieldVector::reset);
        for (int slot = 0; slot < rows.size(); slot++) {
            for (int column = 0; column < root.getFieldVectors().size(); column++) {
                set(root.getVector(column), slot, rows.get(slot).get(column));
            }
        }
        root.setRowCount(rows.size());
    }

    private static void set(FieldVector vector, int slot, @Nullable Object value) {
        switch (vector) {
            case FieldVector any when value == null || value instanceof Double number && number.isNaN() -> any.setNull(slot);
            case Float8Vector reals -> reals.setSafe(slot, ((Number) value).doubleValue());
            case BigIntVector wholes -> wholes.setSafe(slot, ((Number) value).longValue());
            case IntVector wholes -> wholes.setSafe(slot, ((Number) value).intValue());
            case VarCharVector texts -> texts.setSafe(slot, value.toString().getBytes(StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException("a result has one value in each cell, and " + vector.getName() + " has lists");
        }
    }
}
