package org.novum.pluginsdk.fake;

import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;
import org.novum.api.data.Batches;

/** Copies columns in memory into Arrow batches. */
final class InMemoryBatches implements Batches {
    private final List<InMemoryColumn> columns;
    private final int batchSize;
    private final VectorSchemaRoot root;
    private int done;

    InMemoryBatches(BufferAllocator allocator, List<InMemoryColumn> columns, int batchSize) {
        this.columns = columns;
        this.batchSize = batchSize;
        this.root = VectorSchemaRoot.create(
                new Schema(columns.stream()
                        .map(InMemoryColumn::card)
                        .map(card -> card.type().field(card.name()))
                        .toList()), allocator);
    }

    @Override
    public boolean next() {
        int rows = columns.isEmpty() ? 0 : columns.getFirst().rows();
        int count = Math.min(batchSize, rows - done);
        if (count <= 0) {
            return false;
        }
        for (int index = 0; index < columns.size(); index++) {
            FieldVector vector = root.getVector(index);
            vector.reset();
            columns.get(index).fill(vector, done, count);
        }
        root.setRowCount(count);
        done += count;
        return true;
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
