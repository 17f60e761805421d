package org.novum.api.data;

import java.util.List;
import java.util.Optional;

/**
 * The rows of a dataset that one step may see: a partition, opened by the runtime according to the law.
 *
 * <p>A plugin never holds a {@link Dataset}; what it cannot reach it cannot look at.
 */
public interface DataHandle {
    /** The card of the whole dataset; row counts are those of the whole parts. */
    DatasetCard card();

    /** Which rows these are, for messages and evidence: {@code exploration}, {@code confirmation-1}, {@code all}. */
    String partition();

    /**
     * Reads columns of the rows of this partition in one part, in row order; the caller closes the batches.
     *
     * @throws DataException if a column is not there or a value cannot be
     */
    Batches read(String part, List<String> columns);

    /**
     * Reads one column as its fields are written, to echo identifiers; the caller closes the batches.
     *
     * @return nothing where values are not written as text, or where the partition is a choice among the rows
     */
    default Optional<Batches> asWritten(String part, String column) {
        return Optional.empty();
    }
}
