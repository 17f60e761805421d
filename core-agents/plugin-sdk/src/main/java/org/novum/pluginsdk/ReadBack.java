package org.novum.pluginsdk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;
import org.novum.pluginsdk.fake.InMemoryColumn;
import org.novum.pluginsdk.fake.InMemoryTable;

/** All values of a table, column by column, for comparison. */
final class ReadBack {
    private ReadBack() {}

    static List<List<@Nullable Object>> of(InMemoryTable table) {
        return table.columns().stream()
                .map(column -> Collections.unmodifiableList(values(column)))
                .toList();
    }

    private static List<@Nullable Object> values(InMemoryColumn column) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int row = 0; row < column.rows(); row++) {
            values.add(column.value(row));
        }
        return values;
    }

    static List<List<@Nullable Object>> of(Dataset dataset, DataPart part) {
        return columns(dataset, part.name(), part.columns().stream().map(ColumnCard::name).toList());
    }

    static List<List<@Nullable Object>> columns(Dataset dataset, String part, List<String> columns) {
        try (RootAllocator allocator = new RootAllocator()) {
            return columns(dataset, part, columns, allocator);
        }
    }

    static List<List<@Nullable Object>> columns(Dataset dataset, String part, List<String> columns, RootAllocator allocator) {
        List<List<@Nullable Object>> values =
                columns.stream().<List<@Nullable Object>>map(_ -> new ArrayList<>()).toList();
        try (Batches batches = dataset.read(allocator, part, columns)) {
            while (batches.next()) {
                for (int column = 0; column < columns.size(); column++) {
                    append(batches.root().getVector(column), values.get(column));
                }
            }
        }
        return values;
    }

    private static void append(FieldVector vector, List<@Nullable Object> values) {
        for (int row = 0; row < vector.getValueCount(); row++) {
            if (vector.isNull(row)) {
                values.add(null);
                continue;
            }
            values.add(
                    switch (vector) {
                        case ListVector lists -> List.copyOf(lists.getObject(row));
                        case IntVector wholes -> wholes.get(row);
                        case Float8Vector reals -> reals.get(row);
                        case BigIntVector wholes -> wholes.get(row);
                        case VarCharVector texts -> texts.getObject(row).toString();
                        default ->
                            throw new AssertionError("column " + vector.getName() + " is a "
                                    + vector.getClass().getSimpleName() + ", which no column type promises");
                    });
        }
    }
}
