package org.novum.votable;

import java.util.Comparator;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;

/** Tables of VOTable documents, one part each; they are in memory. */
record VotableDataset(String name, List<VotableTable> tables) implements Dataset {
    VotableDataset {
        tables = tables.stream()
                .sorted(Comparator.comparing((VotableTable table) -> table.part().name())
                        .thenComparing(table -> table.part().uri()))
                .toList();
    }

    @Override
    public DatasetCard card() {
        return new DatasetCard(name, tables.stream().map(VotableTable::part).toList());
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        String known = card().part(part).name();
        VotableTable table = tables.stream()
                .filter(candidate -> candidate.part().name().equals(known))
                .findFirst()
                .orElseThrow();
        return new TableBatches(table, allocator, columns);
    }

    /** Everything is in memory. */
    @Override
    public void close() {}
}
