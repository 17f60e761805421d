package org.novum.runtime.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.Batches;

/** Batches with only the chosen rows and columns of other batches. */
final class SelectedBatches implements Batches {
    /** Says which rows of a batch are kept. */
    @FunctionalInterface
    interface RowChoice {
        boolean keeps(int row);
    }

    private final Batches source;
    private final List<String> columns;
    private final BufferAllocator allocator;
    private final Function<VectorSchemaRoot, RowChoice> choice;
    private @Nullable VectorSchemaRoot selected;

    SelectedBatches(
            Batches source,
            List<String> columns,
            BufferAllocator allocator,
            Function<VectorSchemaRoot, RowChoice> choice) {
        this.source = source;
        this.columns = List.copyOf(columns);
        this.allocator = allocator;
        this.choice = choice;
    }

    @Override
    public boolean next() {
        if (!source.next()) {
            return false;
        }
        VectorSchemaRoot batch = source.root();
        RowChoice rows = choice.apply(batch);
        if (selected == null) {
            selected = emptyLike(batch);
        }
        int kept = 0;
        for (FieldVector vector : selected.getFieldVectors()) {
            vector.reset();
        }
        for (int row = 0; row < batch.getRowCount(); row++) {
            if (rows.keeps(row)) {
                for (FieldVector vector : selected.getFieldVectors()) {
                    vector.copyFromSafe(row, kept, batch.getVector(vector.getName()));
                }
                kept++;
            }
        }
        selected.setRowCount(kept);
        return true;
    }

    @Override
    public VectorSchemaRoot root() {
        if (selected == null) {
            throw new IllegalStateException("next() has not been called");
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

    private VectorSchemaRoot emptyLike(VectorSchemaRoot batch) {
        List<FieldVector> vectors = new ArrayList<>();
        for (String column : columns) {
            FieldVector vector = batch.getVector(column).getField().createVector(allocator);
            vector.allocateNew();
            vectors.add(vector);
        }
        return new VectorSchemaRoot(vectors);
    }
}
