package org.novum.tabular;

/** Names places in a table, for messages. Rows are counted from 1, and the header is row 1. */
final class Place {
    private Place() {}

    /**
     * A row.
     *
     * @param index of the row among those below the header, from 0
     */
    static String row(String label, long index) {
        return label + ", row " + (index + 2) + " (the header is row 1)";
    }

    /** A field. */
    static String field(String label, long index, String column) {
        return row(label, index) + ", column " + column;
    }
}
