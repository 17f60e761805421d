package org.novum.texttables;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.Batches;
import org.novum.tabular.ColumnPlan;

/** Rows of a table, as many at a time as a batch has. */
final class TextBatches implements Batches {
    private final TextPart part;
    private final List<ColumnPlan> plans;
    private final List<Reading> readings;
    private final int batchRows;
    private final VectorSchemaRoot root;
    private int next;

    /** @param plans columns, whose types say how they are read: as the table does, or as text */
    TextBatches(BufferAllocator allocator, TextPart part, List<ColumnPlan> plans, int batchRows) {
        this.part = part;
        this.plans = plans;
        this.readings = plans.stream().map(part::reading).toList();
        this.batchRows = batchRows;
        List<FieldVector> vectors = plans.stream()
                .map(plan -> plan.card().type().field(plan.card().name()).createVector(allocator))
                .toList();
        this.root = new VectorSchemaRoot(vectors);
    }

    @Override
    public boolean next() {
        root.getFieldVectors().forEach(FieldVector::reset);
        int rows = Math.min(batchRows, part.rows() - next);
        if (rows <= 0) {
            root.setRowCount(0);
            return false;
        }
        for (int column = 0; column < plans.size(); column++) {
            ColumnPlan plan = plans.get(column);
            for (int slot = 0; slot < rows; slot++) {
                int row = part.row(next + slot);
                Object value = readings.get(column)
                        .value(part.table().fields().field(row, plan.index()), part.place(row, plan));
                write(root.getVector(column), slot, value);
            }
        }
        root.setRowCount(rows);
        next += rows;
        return true;
    }

    private static void write(FieldVector vector, int slot, @Nullable Object value) {
        switch (value) {
            case null -> vector.setNull(slot);
            case Double real -> ((Float8Vector) vector).setSafe(slot, real);
            case Long whole -> ((BigIntVector) vector).setSafe(slot, whole);
            case Integer truth -> ((IntVector) vector).setSafe(slot, truth);
            case String text -> ((VarCharVector) vector).setSafe(slot, text.getBytes(StandardCharsets.UTF_8));
            case double[] reals -> {
                Float8Vector items = (Float8Vector) ((ListVector) vector).getDataVector();
                int first = ((ListVector) vector).startNewValue(slot);
                for (int i = 0; i < reals.length; i++) {
                    items.setSafe(first + i, reals[i]);
                }
                ((ListVector) vector).endValue(slot, reals.length);
            }
            case long[] wholes -> {
                int first = ((ListVector) vector).startNewValue(slot);
                for (int i = 0; i < wholes.length; i++) {
                    switch (((ListVector) vector).getDataVector()) {
                        case BigIntVector items -> items.setSafe(first + i, wholes[i]);
                        case TinyIntVector items -> items.setSafe(first + i, (byte) wholes[i]);
                        default -> throw new IllegalStateException("no list of whole numbers has items like these");
                    }
                }
                ((ListVector) vector).endValue(slot, wholes.length);
            }
            default -> throw new IllegalStateException("no field of a text is a " + value.getClass());
        }
    }

    @Override
    public VectorSchemaRoot root() {
        return root;
    }

    @Override
    public void close() {
        root.close();
    }
}
