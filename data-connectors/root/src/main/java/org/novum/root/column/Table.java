package org.novum.root.column;

import java.util.List;
import java.util.Map;

/**
 * A tree or an ntuple.
 *
 * @param path in the file
 * @param rows that it has
 * @param columns that can be read, in the order of the file
 * @param unread what cannot be read: column to the reason
 */
public record Table(String path, long rows, List<RootColumn> columns, Map<String, String> unread) {
    /** Copies the list. */
    public Table {
        columns = List.copyOf(columns);
    }
}
