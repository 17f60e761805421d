package org.novum.root.tree;

import org.jspecify.annotations.Nullable;
import org.novum.api.data.DataException;
import org.novum.root.file.Cursor;

/**
 * Rows of one branch, decompressed.
 *
 * @param first row
 * @param rows how many there are
 * @param content bytes of the rows, and what follows them
 * @param border where the bytes of the rows end
 * @param starts place of each row, checked to rise and to be within the border; null where rows are equally long
 * @param where file, branch and basket, for messages
 */
record Basket(long first, int rows, byte[] content, int border, int @Nullable [] starts, String where) {
    /** Places counted from the record's header, as places in the content. */
    static int[] starts(long[] places, int header, int border, Cursor cursor) {
        int[] starts = new int[places.length];
        long before = 0;
        for (int i = 0; i < places.length; i++) {
            long start = places[i] - header;
            if (start < before || start > border) {
                throw cursor.damaged("its row " + i + " would be at byte " + start + " of " + border);
            }
            before = start;
            starts[i] = (int) start;
        }
        return starts;
    }

    /** Where a row ends. */
    int end(int row) {
        int[] known = requireStarts();
        return row + 1 < known.length ? known[row + 1] : border;
    }

    /** Where the rows are. */
    int[] requireStarts() {
        if (starts == null) {
            throw damaged("it does not say where its rows are");
        }
        return starts;
    }

    /** What is wrong with it. */
    DataException damaged(String problem) {
        return new DataException(where, problem, "the file is damaged: get it again, or leave the column out");
    }
}
