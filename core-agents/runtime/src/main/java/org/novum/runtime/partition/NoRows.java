package org.novum.runtime.partition;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;

/** Batches without a row: what a step sees of data that it may not look at. */
final class NoRows implements Batches {
    private final VectorSchemaRoot root;

    private NoRows(VectorSchemaRoot root) {
        this.root = root;
    }

    static Batches of(Dataset dataset, BufferAllocator allocator, String part, List<String> columns) {
        DataPart card = dataset.card().part(part);
        List<FieldVector> vectors = new ArrayList<>();
        for (String column : columns) {
            ColumnCard known = card.column(column)
                    .orElseThrow(() -> new DataException(
                            card.uri() + ", column " + column, "there is no such column", "map it in the study's data.columns"));
            vectors.add(known.type().field(column).createVector(allocator));
        }
        VectorSchemaRoot root = new VectorSchemaRoot(vectors);
        root.setRowCount(0);
        return new NoRows(root);
    }

    @Override
    public boolean next() {
        return false;
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
