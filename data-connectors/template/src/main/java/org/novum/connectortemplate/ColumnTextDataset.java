package org.novum.connectortemplate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;

/** Files of column text, one part each. */
record ColumnTextDataset(List<ColumnTextFile> files, int batchSize) implements Dataset {
    @Override
    public DatasetCard card() {
        List<DataPart> parts = files.stream()
                .map(ColumnTextFile::part)
                .sorted(Comparator.comparing(DataPart::name))
                .toList();
        return new DatasetCard(parts.stream().map(DataPart::name).collect(Collectors.joining(", ")), parts);
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        String name = card().part(part).name();
        ColumnTextFile file = files.stream()
                .filter(candidate -> candidate.part().name().equals(name))
                .findFirst()
                .orElseThrow();
        int[] places = columns.stream().mapToInt(file::index).toArray();
        return new ColumnTextBatches(file, places, allocator, batchSize);
    }

    /** Every reader closes its own file. */
    @Override
    public void close() {}
}
