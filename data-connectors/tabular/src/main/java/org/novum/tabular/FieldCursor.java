package org.novum.tabular;

/**
 * Walks through the rows of a block a group at a time and tells where their fields are.
 *
 * <p>Groups are small, so that their text and the positions in it stay in the processor's nearest memory while each
 * column is looked at.
 */
final class FieldCursor {
    private static final int FIELDS_IN_GROUP = 2048;

    /** The block walked through. */
    final Block block;

    /** Fields in a row. */
    final int columns;

    /**
     * Field {@code c} of row {@code r} of the group, {@code i = r * columns + c}, lies between
     * {@code separators[i] + 1} (inclusive) and {@code separators[i + 1]} (exclusive).
     */
    final int[] separators;

    /** What separates the fields of a row. */
    final byte delimiter;

    /** Position of the first byte that was not looked at. */
    int at;

    /** How many separators behind the first are known. */
    int found;

    /** How many line feeds are among all separators of the block so far. */
    long lineFeeds;

    private final SeparatorScan scan;
    private final int groupFields;
    private int taken;
    private int firstRow;
    private boolean inside;
    private boolean ragged;

    FieldCursor(Block block, Header header) {
        this(block, header, SeparatorScan.Choice.of(block.end - block.start));
    }

    FieldCursor(Block block, Header header, SeparatorScan scan) {
        this.block = block;
        this.scan = scan;
        this.columns = header.names().size();
        this.delimiter = header.delimiter();
        this.groupFields = Math.max(1, FIELDS_IN_GROUP / columns) * columns;
        this.separators = new int[groupFields + SeparatorScan.OVERHANG];
        this.separators[0] = block.start - 1;
        this.at = block.start;
    }

    /**
     * Goes to the next group.
     *
     * @return its number of rows; 0 at the end
     */
    int next() {
        firstRow += taken / columns;
        System.arraycopy(separators, taken, separators, 0, found - taken + 1);
        found -= taken;
        if (block.quoted) {
            locateQuoted();
        } else {
            scan.advance(this, groupFields);
        }
        int rows = Math.min(found, groupFields) / columns;
        taken = rows * columns;
        checkLineEnds(rows);
        return ragged ? 0 : rows;
    }

    /** Index within the block of the group's first row. */
    int firstRow() {
        return firstRow;
    }

    /**
     * True if some row has another number of fields than the header; known for certain after the last group. What
     * {@link #next} told before is of no use then.
     */
    boolean isRagged() {
        return ragged || inside || at >= block.end && (found != taken || lineFeeds != firstRow + taken / columns);
    }

    /** Every n-th separator must end a line; that no others do follows from their number, at the end. */
    private void checkLineEnds(int rows) {
        byte[] bytes = block.bytes;
        int notLineFeeds = 0;
        for (int i = columns; i <= rows * columns; i += columns) {
            notLineFeeds |= bytes[separators[i]] ^ '\n';
        }
        boolean blank = false;
        for (int i = 1; columns == 1 && i <= rows; i++) {
            blank |= Fields.isBlank(bytes, separators[i - 1] + 1, separators[i]);
        }
        ragged |= notLineFeeds != 0 || blank;
    }

    /** Where fields may be quoted, one byte at a time. */
    private void locateQuoted() {
        byte[] bytes = block.bytes;
        for (; at < block.end && found < groupFields; at++) {
            byte value = bytes[at];
            if (value == '"') {
                inside = !inside;
            } else if (!inside && (value == delimiter || value == '\n')) {
                separators[++found] = at;
                lineFeeds += value == '\n' ? 1 : 0;
            }
        }
    }
}
