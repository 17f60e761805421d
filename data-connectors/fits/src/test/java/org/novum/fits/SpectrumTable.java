package org.novum.fits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** All rows of a dataset of spectra, as plain values. */
record SpectrumTable(List<Map<String, @Nullable Object>> rows) {
    static SpectrumTable of(String... uris) {
        try (Dataset dataset = new FitsConnector().open(DataSource.of(uris))) {
            return of(dataset);
        }
    }

    static SpectrumTable of(Dataset dataset) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        DataPart part = dataset.card().parts().getFirst();
        List<String> columns = part.columns().stream().map(ColumnCard::name).toList();
        try (RootAllocator allocator = new RootAllocator();
                Batches batches = dataset.read(allocator, part.name(), columns)) {
            while (batches.next()) {
                VectorSchemaRoot root = batches.root();
                for (int slot = 0; slot < root.getRowCount(); slot++) {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    for (String column : columns) {
                        Object value = root.getVector(column).getObject(slot);
                        row.put(column, value instanceof List<?> ? value : value instanceof Number ? value : value == null ? null : value.toString());
                    }
                    rows.add(row);
                }
            }
        }
        return new SpectrumTable(rows);
    }

    Map<String, @Nullable Object> row(String file) {
        return rows.stream().filter(row -> file.equals(row.get("file"))).findFirst().orElseThrow();
    }

    @Nullable String problem(int row) {
        return (String) rows.get(row).get("problem");
    }

    double[] numbers(int row, String column) {
        return numbers(rows.get(row), column);
    }

    static double[] numbers(Map<String, @Nullable Object> row, String column) {
        return ((List<?>) Objects.requireNonNull(row.get(column)))
                .stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
    }
}
