package org.novum.pluginsdk.fake;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;

/**
 * A dataset in memory that is read in batches of a chosen size.
 *
 * @param name for its card
 * @param tables its parts, in the order of their names
 * @param batchSize rows of a batch at most
 */
public record InMemoryDataset(String name, List<InMemoryTable> tables, int batchSize) implements Dataset {
    /** Sorts the tables. */
    public InMemoryDataset {
        tables = tables.stream().sorted(Comparator.comparing(InMemoryTable::name)).toList();
        if (batchSize < 1) {
            throw new IllegalArgumentException("a batch has at least one row");
        }
    }

    /** A dataset of these parts, in batches of 1,024 rows. */
    public static InMemoryDataset of(String name, InMemoryTable... tables) {
        return new InMemoryDataset(name, List.of(tables), 1024);
    }

    /** The same data in batches of another size. */
    public InMemoryDataset inBatchesOf(int rows) {
        return new InMemoryDataset(name, tables, rows);
    }

    /** Each part changed. */
    public InMemoryDataset mapped(UnaryOperator<InMemoryTable> change) {
        return new InMemoryDataset(name, tables.stream().map(change).toList(), batchSize);
    }

    @Override
    public DatasetCard card() {
        return new DatasetCard(name, tables.stream().map(InMemoryTable::card).toList());
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        card().part(part);
        InMemoryTable table = tables.stream()
                .filter(candidate -> candidate.name().equals(part))
                .findFirst()
                .orElseThrow();
        return new InMemoryBatches(allocator, columns.stream().map(table::column).toList(), batchSize);
    }

    /** Holds nothing that would need closing. */
    @Override
    public void close() {}
}
