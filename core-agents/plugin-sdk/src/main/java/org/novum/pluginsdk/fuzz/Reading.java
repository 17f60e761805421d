package org.novum.pluginsdk.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.novum.api.NovumException;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Opens a source and reads every value of every column, once all columns together and once each by itself. */
final class Reading {
    private static final long MOST_MEMORY = 1L << 30;
    private static final String PROBLEM = "problem";

    private Reading() {}

    /**
     * Reads a source to its end.
     *
     * @return why it is refused, or what a row of it says is wrong with it, as connectors do that promise problem rows
     * @throws RuntimeException if it ends in any other way, or memory is not given back
     */
    static Optional<String> refusal(DataConnector connector, String uri) {
        try (RootAllocator allocator = new RootAllocator(MOST_MEMORY)) {
            try (Dataset dataset = connector.open(DataSource.of(uri))) {
                Optional<String> refusal = Optional.empty();
                for (DataPart part : dataset.card().parts()) {
                    List<String> columns = part.columns().stream().map(ColumnCard::name).toList();
                    Optional<String> here = drained(dataset, part.name(), columns, allocator);
                    refusal = refusal.or(() -> here);
                }
                return refusal;
            }
        } catch (NovumException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private static Optional<String> drained(Dataset dataset, String part, List<String> columns, RootAllocator allocator) {
        try {
            return read(dataset, part, columns, allocator);
        } catch (NovumException refused) {
            // One bad column hides the others, which must keep the rule too.
            for (String column : columns) {
                try {
                    read(dataset, part, List.of(column), allocator);
                } catch (NovumException _) {
                    continue;
                }
            }
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private static Optional<String> read(Dataset dataset, String part, List<String> columns, RootAllocator allocator) {
        Optional<String> problem = Optional.empty();
        try (Batches batches = dataset.read(allocator, part, columns)) {
            while (batches.next()) {
                int rows = batches.root().getRowCount();
                if (rows <= 0) {
                    throw new IllegalStateException("a batch has " + rows + " rows");
                }
                for (FieldVector vector : batches.root().getFieldVectors()) {
                    touch(vector, rows);
                    if (vector.getName().equals(PROBLEM) && vector.getNullCount() < rows) {
                        problem = Optional.of(IntStream.range(0, rows)
                                .mapToObj(row -> String.valueOf(vector.getObject(row)))
                                .collect(Collectors.joining("; ")));
                    }
                }
            }
        }
        return problem;
    }

    /** Looks at the values as a reader would, some of each batch: offsets that lead nowhere fail here. */
    private static void touch(FieldVector vector, int rows) {
        int step = Math.max(1, rows / 100);
        for (int row = 0; row < rows; row += step) {
            vector.getObject(row);
        }
        vector.getObject(rows - 1);
    }
}
