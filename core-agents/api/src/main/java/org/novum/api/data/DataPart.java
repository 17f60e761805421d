package org.novum.api.data;

import java.util.List;
import java.util.Optional;

/**
 * One part of a dataset, as a rule one file: a decay channel, a spectrum, a year.
 *
 * @param name unique in the dataset: the file's stem
 * @param uri where it was read from
 * @param rows how many rows it has
 * @param sha256 lower-case hexadecimal digest of its decompressed bytes
 * @param columns that it has
 */
public record DataPart(String name, String uri, long rows, String sha256, List<ColumnCard> columns) {
    /** Copies the list. */
    public DataPart {
        columns = List.copyOf(columns);
    }

    /** The column of this name, if the part has it. */
    public Optional<ColumnCard> column(String column) {
        return columns.stream().filter(card -> card.name().equals(column)).findFirst();
    }
}
