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
     * @param row from 0
     * @param column it stands in
     * @param problem what is wrong with it
     */
    public void add(long row, String column, String problem) {
        rows.add(row);
        if (shown.size() < SHOWN) {
            shown.add("row " + (row + 1) + ", column " + column + ": " + problem);
        }
    }

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
