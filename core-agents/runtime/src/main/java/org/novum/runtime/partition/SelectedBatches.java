package org.novum.runtime.partition;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.Batches;

/** Batches with only the chosen rows and columns of other batches; a batch of which no row is chosen is passed over. */
final class SelectedBatches implements Batches {
    /** Chooses rows. */
    @FunctionalInterface
    interface RowChoice {
        /**
         * Says which rows of a batch are kept.
         *
         * @param batch of the source
         * @param before rows of the part that came before this batch
         * @param kept filled with the chosen rows in ascending order; long enough
         * @return how many were chosen
         */
        int choose(VectorSchemaRoot batch, long before, int[] kept);
    }

    private final Batches source;
    private final List<String> columns;
    private final BufferAllocator allocator;
    private final RowChoice choice;
    private @Nullable VectorSchemaRoot selected;
    private int[] kept = new int[0];
    private long before;

    SelectedBatches(Batches source, List<String> columns, BufferAllocator allocator, RowChoice choice) {
        this.source = source;
        this.columns = List.copyOf(columns);
        this.allocator = allocator;
        this.choice = choice;
    }

    @Override
    public boolean next() {
        while (source.next()) {
            VectorSchemaRoot batch = source.root();
            int rows = batch.getRowCount();
            if (kept.length < rows) {
                kept = new int[rows];
            }
            int count = choice.choose(batch, before, kept);
            before += rows;
            if (count > 0) {
                fill(batch, count);
                return true;
            }
        }
        return false;
    }

    @Override
    public VectorSchemaRoot root() {
        if (selected == null) {
            throw new IllegalStateException("no batch has been loaded: call next() first");
        }
        return selected;
    }

    @Override
    public void close() {
        if (selected != null) {
            selected.close();
        }
        source.close();
    }

    private void fill(VectorSchemaRoot batch, int count) {
        VectorSchemaRoot target = selected == null ? emptyLike(batch) : selected;
        selected = target;
        for (FieldVector vector : target.getFieldVectors()) {
            vector.reset();
            copy(batch.getVector(vector.getName()), vector, count);
        }
        target.setRowCount(count);
    }

    private void copy(FieldVector from, FieldVector to, int count) {
        switch (from) {
            case Float8Vector numbers when numbers.getNullCount() == 0 -> copy(numbers, (Float8Vector) to, count);
            case BigIntVector integers when integers.getNullCount() == 0 -> copy(integers, (BigIntVector) to, count);
            default -> {
                for (int i = 0; i < count; i++) {
                    to.copyFromSafe(kept[i], i, from);
                }
            }
        }
    }

    private void copy(Float8Vector from, Float8Vector to, int count) {
        if (to.getValueCapacity() < count) {
            to.allocateNew(count);
        }
        for (int i = 0; i < count; i++) {
            to.set(i, from.get(kept[i]));
        }
    }

    private void copy(BigIntVector from, BigIntVector to, int count) {
        if (to.getValueCapacity() < count) {
            to.allocateNew(count);
        }
        for (int i = 0; i < count; i++) {
            to.set(i, from.get(kept[i]));
        }
    }

    private VectorSchemaRoot emptyLike(VectorSchemaRoot batch) {
        List<FieldVector> vectors = new ArrayList<>();
        for (String column : columns) {
            vectors.add(batch.getVector(column).getField().createVector(allocator));
        }
        return new VectorSchemaRoot(vectors);
    }
}
