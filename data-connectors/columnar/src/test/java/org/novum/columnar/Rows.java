package org.novum.columnar;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;

/** All values of a dataset. */
final class Rows {
    private Rows() {}

    /** One text a row, with strokes between the columns. */
    static List<String> of(Dataset dataset) {
        List<String> rows = new ArrayList<>();
        for (DataPart part : dataset.card().parts()) {
            List<String> columns = part.columns().stream().map(ColumnCard::name).toList();
            try (BufferAllocator allocator = new RootAllocator();
                    Batches batches = dataset.read(allocator, part.name(), columns)) {
                while (batches.next()) {
                    VectorSchemaRoot root = batches.root();
                    for (int row = 0; row < root.getRowCount(); row++) {
                        int each = row;
                        rows.add(root.getFieldVectors().stream()
                                .map(vector -> String.valueOf(vector.getObject(each)))
                                .reduce((a, b) -> a + "|" + b)
                                .orElse(""));
                    }
                }
            }
        }
        return rows;
    }
}
