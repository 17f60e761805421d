package org.novum.cli;

import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.DataHandle;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;

/**
 * All rows of a dataset, for tests and benchmarks that need no partition.
 *
 * @param dataset that is read; closed by who opened it
 * @param allocator pays for the batches
 */
public record AllRows(Dataset dataset, BufferAllocator allocator) implements DataHandle {
    @Override
    public DatasetCard card() {
        return dataset.card();
    }

    @Override
    public String partition() {
        return "all";
    }

    @Override
    public Batches read(String part, List<String> columns) {
        return dataset.read(allocator, part, columns);
    }
}
