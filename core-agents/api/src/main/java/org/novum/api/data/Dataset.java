package org.novum.api.data;

import java.util.List;
import java.util.Optional;
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

    /**
     * Reads one column as its fields are written, as text: 007 where {@link #read} gives 7.
     *
     * @param allocator pays for the batches; closed by the caller after the batches
     * @param part a part's name
     * @param column that the part has
     * @return nothing where values are not written as text
     */
    default Optional<Batches> asWritten(BufferAllocator allocator, String part, String column) {
        return Optional.empty();
    }

    @Override
    void close();
}
