package org.novum.root;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.util.Text;
import org.novum.api.data.Batches;
import org.novum.api.data.Dataset;

/** All values of columns, for comparison: texts as strings, lists as lists. */
final class Rows {
    private Rows() {}

    static Map<String, List<Object>> of(Dataset dataset, String part, List<String> columns) {
        Map<String, List<Object>> rows = new LinkedHashMap<>();
        columns.forEach(column -> rows.put(column, new ArrayList<>()));
        try (RootAllocator allocator = new RootAllocator();
                Batches batches = dataset.read(allocator, part, columns)) {
            while (batches.next()) {
                rows.forEach((column, values) -> {
                    FieldVector vector = batches.root().getVector(column);
                    for (int row = 0; row < vector.getValueCount(); row++) {
                        values.add(plain(vector.getObject(row)));
                    }
                });
            }
        }
        return rows;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Text text -> text.toString();
            case List<?> items -> List.copyOf(items);
            default -> value;
        };
    }
}
