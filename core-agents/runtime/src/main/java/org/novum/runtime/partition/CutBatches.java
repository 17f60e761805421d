package org.novum.runtime.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.Batches;

/** Batches of other batches' rows, in whose lists the elements beyond the chosen blocks of an axis are blank. */
final class CutBatches implements Batches {
    /**
     * What is kept.
     *
     * @param axisColumn list of positions
     * @param kept whether the element at a position is kept
     */
    record Cut(String axisColumn, DoublePredicate kept) {}

    private final Batches source;
    private final List<String> columns;
    private final BufferAllocator allocator;
    private final Cut cut;
    private @Nullable VectorSchemaRoot target;

    CutBatches(Batches source, List<String> columns, BufferAllocator allocator, Cut cut) {
        this.source = source;
        this.columns = List.copyOf(columns);
        this.allocator = allocator;
        this.cut = cut;
    }

    @Override
    public boolean next() {
        if (!source.next()) {
            return false;
        }
        VectorSchemaRoot batch = source.root();
        VectorSchemaRoot filled = target == null ? emptyLike(batch) : target;
        target = filled;
        int rows = batch.getRowCount();
        ListVector axis = (ListVector) batch.getVector(cut.axisColumn());
        for (FieldVector to : filled.getFieldVectors()) {
            to.reset();
            FieldVector from = batch.getVector(to.getName());
            for (int row = 0; row < rows; row++) {
                if (from instanceof ListVector lists && !from.getName().equals(cut.axisColumn())) {
                    copy(new Lists(lists, (ListVector) to, axis), row);
                } else {
                    to.copyFromSafe(row, row, from);
                }
            }
            to.setValueCount(rows);
        }
        filled.setRowCount(rows);
        return true;
    }

    private record Lists(ListVector from, ListVector to, ListVector axis) {}

    private void copy(Lists lists, int row) {
        if (lists.from.isNull(row)) {
            lists.to.setNull(row);
            return;
        }
        int length = lists.from.getElementEndIndex(row) - lists.from.getElementStartIndex(row);
        int positions = lists.axis.isNull(row)
                ? 0
                : lists.axis.getElementEndIndex(row) - lists.axis.getElementStartIndex(row);
        Float8Vector axis = (Float8Vector) lists.axis.getDataVector();
        int start = lists.to.startNewValue(row);
        for (int i = 0; i < length; i++) {
            // A list that is not along the axis says nothing of where its elements belong: all of them are blank.
            boolean kept = positions == length
                    && cut.kept.test(axis.get(lists.axis.getElementStartIndex(row) + i));
            int at = lists.from.getElementStartIndex(row) + i;
            switch (lists.from.getDataVector()) {
                case Float8Vector numbers ->
                    ((Float8Vector) lists.to.getDataVector()).setSafe(start + i, kept && !numbers.isNull(at) ? numbers.get(at) : Double.NaN);
                case BigIntVector numbers ->
                    ((BigIntVector) lists.to.getDataVector()).setSafe(start + i, kept ? numbers.get(at) : 0);
                case IntVector numbers ->
                    ((IntVector) lists.to.getDataVector()).setSafe(start + i, kept ? numbers.get(at) : 0);
                case TinyIntVector numbers ->
                    ((TinyIntVector) lists.to.getDataVector()).setSafe(start + i, kept ? numbers.get(at) : 0);
                default -> throw new IllegalArgumentException(
                        "a list that is cut cannot be of " + lists.from.getDataVector().getField().getType());
            }
        }
        lists.to.endValue(row, length);
    }

    @Override
    public VectorSchemaRoot root() {
        if (target == null) {
            throw new IllegalStateException("no batch has been loaded: call next() first");
        }
        return target;
    }

    @Override
    public void close() {
        if (target != null) {
            target.close();
        }
        source.close();
    }

    private VectorSchemaRoot emptyLike(VectorSchemaRoot batch) {
        List<FieldVector> vectors = new ArrayList<>();
        for (String column : columns) {
            vectors.add(batch.getVector(column).getField().createVector(allocator));
        }
        return new VectorSchemaRoot(vectors);
    }
}
