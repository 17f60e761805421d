package org.novum.solarflare.input;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.novum.api.data.DataException;

/**
 * Collects what is wrong with the rows of a table, and refuses the table with all of it counted.
 *
 * <p>A forecast that leaves a damaged row out would be a forecast of less activity, and nobody would see it.
 */
public final class Damage {
    private static final int SHOWN = 3;

    private final String file;
    private final List<String> shown = new ArrayList<>();
    private final TreeSet<Long> rows = new TreeSet<>();

    /** @param file for messages */
    public Damage(String file) {
        this.file = file;
    }

    /**
     * Notes a damaged value.
     *
     * @param row among those below the header, from 0
     * @param column it stands in
     * @param problem what is wrong with it
     */
    public void add(long row, String column, String problem) {
        rows.add(row);
        if (shown.size() < SHOWN) {
            shown.add("row " + (row + 2) + " (the header is row 1), column " + column + ": " + problem);
        }
    }

    /**
     * Notes a number outside of what can be; such a value is a slip of a unit or of a column.
     *
     * @param row among those below the header, from 0
     * @param column it stands in
     * @param number that stands there; one that is missing was noted before
     * @param range of what can be
     */
    void requireWithin(long row, String column, double number, Range range) {
        if (number < range.least() || number > range.most()) {
            add(row, column, number + " is not between " + range.least() + " and " + range.most());
        }
    }

    /** The numbers that can be, both ends among them. */
    record Range(double least, double most) {}

    /**
     * Refuses the table if anything was noted.
     *
     * @throws DataException naming the first places and counting the damaged rows
     */
    public void refuse() {
        if (!rows.isEmpty()) {
            String count = rows.size() == 1 ? "1 damaged row" : rows.size() + " damaged rows";
            throw new DataException(
                    file + ", " + shown.getFirst(),
                    count + " in this file" + (shown.size() > 1 ? ", also " + String.join(", ", shown.subList(1, shown.size())) : ""),
                    "correct them or take them out");
        }
    }
}
