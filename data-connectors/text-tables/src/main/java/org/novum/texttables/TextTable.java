package org.novum.texttables;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.tabular.Texts;

/**
 * A table of a file, in memory.
 *
 * @param name in the file, or empty if it has none
 * @param columns of it
 * @param fields row after row
 */
record TextTable(String name, List<TextColumn> columns, Fields fields) {
    private static final int MOST_COLUMNS = 1 << 16;

    TextTable {
        columns = List.copyOf(columns);
    }

    List<String> names() {
        return columns.stream().map(TextColumn::name).toList();
    }

    List<ColumnType> types() {
        return columns.stream().map(column -> column.reading().type()).toList();
    }

    /** Refuses a line of more fields than any table has, before room is made for all of them. */
    static void requireColumns(int fields, String place) {
        if (fields > MOST_COLUMNS) {
            throw new DataException(
                    place, "there are more than " + MOST_COLUMNS + " fields in a line", "give a table whose rows are lines");
        }
    }

    /** Refuses columns that cannot be told apart. */
    static void requireNames(List<String> names, String place) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl) || name.indexOf('\uFFFD') >= 0) {
                throw new DataException(
                        place, "'" + Texts.shown(name) + "' cannot be the name of a column", "correct it; names are text in UTF-8");
            }
            if (!seen.add(name)) {
                throw new DataException(
                        place, "two columns are called '" + Texts.shown(name) + "'", "give every column its own name");
            }
        }
    }
}
