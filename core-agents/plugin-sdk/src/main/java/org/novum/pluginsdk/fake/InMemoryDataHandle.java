package org.novum.pluginsdk.fake;

import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DatasetCard;

/**
 * A handle on some rows of a dataset in memory.
 *
 * @param card of the whole dataset
 * @param partition which rows these are
 * @param visible the rows of this partition
 * @param allocator that pays for batches
 */
public record InMemoryDataHandle(
        DatasetCard card, String partition, InMemoryDataset visible, BufferAllocator allocator) implements DataHandle {
    /** A handle on all rows. */
    public static InMemoryDataHandle onAll(InMemoryDataset dataset, BufferAllocator allocator) {
        return new InMemoryDataHandle(dataset.card(), "all", dataset, allocator);
    }

    @Override
    public Batches read(String part, List<String> columns) {
        return visible.read(allocator, part, columns);
    }
}
