package org.novum.api.data;

import java.util.List;
import org.apache.arrow.memory.BufferAllocator;

/** An opened data source: its card, and Arrow batches of the columns that are asked for. */
public interface Dataset extends AutoCloseable {
    /** Schema, units, counts and digests. */
    DatasetCard card();

    /**
     * Reads columns of one part, in row order.
     *
     * @param allocator pays for the batches; closed by the caller after the batches
     * @param part a part's name
     * @param columns names of columns the part has
     * @throws DataException if a column is not there or a value cannot be
     */
    Batches read(BufferAllocator allocator, String part, List<String> columns);

    @Override
    void close();
}
