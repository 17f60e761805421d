package org.novum.runtime.content;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;
import org.novum.api.discipline.StepContext;

/**
 * Sketches the files of a dataset from all their columns of numbers.
 *
 * <p>It sees every row, as the connector did that read them for their digests, and nothing comes back but hashes.
 */
public final class Sketching {
    private final Dataset dataset;
    private final StepContext context;

    private Sketching(Dataset dataset, StepContext context) {
        this.dataset = dataset;
        this.context = context;
    }

    /** The sketches of all parts. */
    public static Contents of(Dataset dataset, StepContext context) {
        Sketching sketching = new Sketching(dataset, context);
        List<DataPart> parts = dataset.card().parts();
        List<ContentSketch> sketches = context.map(parts, sketching::sketch);
        SortedMap<String, ContentSketch> byDigest = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            byDigest.put(parts.get(i).sha256(), sketches.get(i));
        }
        return new Contents(byDigest);
    }

    private ContentSketch sketch(DataPart part) {
        // Beside lists, whole numbers of 32 bits are places: of a row in a file, of a fibre on a plate.
        boolean table = part.columns().stream().noneMatch(column -> isList(column.type()));
        List<String> numbers = part.columns().stream()
                .filter(column -> column.type() == ColumnType.FLOAT64
                        || column.type() == ColumnType.INT64
                        || table && column.type() == ColumnType.INT32)
                .map(ColumnCard::name)
                .toList();
        try {
            return sketch(part, numbers);
        } catch (DataException _) {
            // A wrong value in a column that no test reads does no harm; its column is left out.
            return sketch(part, numbers.stream().filter(column -> readable(part, column)).toList());
        }
    }

    private static boolean isList(ColumnType type) {
        return switch (type) {
            case FLOAT64_LIST, INT64_LIST, INT32_LIST, INT8_LIST -> true;
            case FLOAT64, INT64, INT32, TEXT -> false;
        };
    }

    private boolean readable(DataPart part, String column) {
        try (BufferAllocator child = child(part);
                Batches batches = dataset.read(child, part.name(), List.of(column))) {
            while (batches.next()) {}
            return true;
        } catch (DataException _) {
            return false;
        }
    }

    private ContentSketch sketch(DataPart part, List<String> columns) {
        SmallestHashes smallest = new SmallestHashes();
        if (!columns.isEmpty()) {
            RowFingerprints fingerprints = new RowFingerprints(smallest);
            try (BufferAllocator child = child(part);
                    Batches batches = dataset.read(child, part.name(), columns)) {
                while (batches.next()) {
                    fingerprints.add(batches.root().getFieldVectors(), batches.root().getRowCount());
                }
            }
        }
        return ContentSketch.of(smallest.ascending());
    }

    private BufferAllocator child(DataPart part) {
        return context.allocator().newChildAllocator("sketch " + part.name(), 0, Long.MAX_VALUE);
    }
}
