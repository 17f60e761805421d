package org.novum.votable;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.util.Text;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.Batches;
import org.novum.api.data.Dataset;

/** The values of one column of a dataset's first part. */
final class Rows {
    private Rows() {}

    static List<@Nullable Object> of(Dataset dataset, String column) {
        List<@Nullable Object> values = new ArrayList<>();
        try (RootAllocator allocator = new RootAllocator();
                Batches batches = dataset.read(allocator, dataset.card().parts().getFirst().name(), List.of(column))) {
            while (batches.next()) {
                for (int slot = 0; slot < batches.root().getRowCount(); slot++) {
                    Object value = batches.root().getVector(0).getObject(slot);
                    values.add(value instanceof Text text ? text.toString() : value);
                }
            }
        }
        return values;
    }
}
