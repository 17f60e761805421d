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

/**
 * Opens sources and reads every value of every column, all columns together; where that is refused, one column by itself too.
 */
final class Reading implements AutoCloseable {
    private static final long MOST_MEMORY = 1L << 30;
    private static final String PROBLEM = "problem";

    private final DataConnector connector;
    private RootAllocator allocator = new RootAllocator(MOST_MEMORY);

    Reading(DataConnector connector) {
        this.connector = connector;
    }

    /**
     * Reads a source to its end.
     *
     * @param choice says which column is read by itself
     * @return why it is refused, or what a row of it says is wrong with it, as connectors do that promise problem rows
     * @throws RuntimeException if it ends in any other way, or memory is not given back
     */
    Optional<String> refusal(String uri, long choice) {
        Optional<String> refusal = opened(uri, choice);
        if (allocator.getAllocatedMemory() != 0) {
            String kept = allocator.toVerboseString();
            allocator = new RootAllocator(MOST_MEMORY); // what is lost is lost; it must not be counted against other inputs
            throw new IllegalStateException("memory is not given back: " + kept);
        }
        return refusal;
    }

    private Optional<String> opened(String uri, long choice) {
        try (Dataset dataset = connector.open(DataSource.of(uri))) {
            Optional<String> refusal = Optional.empty();
            for (DataPart part : dataset.card().parts()) {
                List<String> columns = part.columns().stream().map(ColumnCard::name).toList();
                Optional<String> here = drained(dataset, part.name(), columns, choice);
                refusal = refusal.or(() -> here);
            }
            return refusal;
        } catch (NovumException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private Optional<String> drained(Dataset dataset, String part, List<String> columns, long choice) {
        try {
            return read(dataset, part, columns);
        } catch (NovumException refused) {
            if (columns.isEmpty()) {
                return Optional.of(String.valueOf(refused.getMessage()));
            }
            // One bad column hides the others, which must keep the rule too; which of them is another matter in each input.
            return Optional.of(alone(dataset, part, columns.get((int) Math.floorMod(choice, (long) columns.size())))
                    .orElse(String.valueOf(refused.getMessage())));
        }
    }

    private Optional<String> alone(Dataset dataset, String part, String column) {
        try {
            read(dataset, part, List.of(column));
            return Optional.empty();
        } catch (NovumException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private Optional<String> read(Dataset dataset, String part, List<String> columns) {
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

    @Override
    public void close() {
        allocator.close();
    }
}
