package org.novum.tabular;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Walks through the rows of a block a group at a time and tells where their fields are.
 *
 * <p>Groups are small, so that their text and the positions in it stay in the processor's nearest memory while each
 * column is looked at. Eight bytes are compared at a time within a machine word (the exact test for zero bytes, Mycroft
 * 1987), which needs no vector instructions and is fast before the compiler has warmed up.
 */
final class FieldCursor {
    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LINE_FEEDS = '\n' * ONES;
    private static final int FIELDS_IN_GROUP = 2048;
    /** A word of eight bytes holds at most eight separators, and two are always written. */
    private static final int OVERHANG = 16;

    /** The block walked through. */
    final Block block;

    /** Fields in a row. */
    final int columns;

    /**
     * Field {@code c} of row {@code r} of the group, {@code i = r * columns + c}, lies between
     * {@code separators[i] + 1} (inclusive) and {@code separators[i + 1]} (exclusive).
     */
    final int[] separators;

    private final byte delimiter;
    private final int groupFields;
    private int at;
    private int found;
    private int taken;
    private int firstRow;
    private long lineFeeds;
    private boolean inside;
    private boolean ragged;

    FieldCursor(Block block, Header header) {
        this.block = block;
        this.columns = header.names().size();
        this.delimiter = header.delimiter();
        this.groupFields = Math.max(1, FIELDS_IN_GROUP / columns) * columns;
        this.separators = new int[groupFields + OVERHANG];
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
            locatePlain();
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

    private void locatePlain() {
        byte[] bytes = block.bytes;
        int[] positions = separators;
        long delimiters = delimiter * ONES;
        int end = block.end;
        int next = found + 1;
        int position = at;
        int lines = 0;
        for (; position < end && next <= groupFields; position += 8) {
            long word = (long) WORD.get(bytes, position);
            long first = word ^ delimiters;
            long second = word ^ LINE_FEEDS;
            long notDelimiter = (first & LOW_BITS) + LOW_BITS | first;
            long notLineFeed = (second & LOW_BITS) + LOW_BITS | second;
            long ends = ~(notDelimiter & notLineFeed) & HIGH_BITS;
            lines += Long.bitCount(~notLineFeed & HIGH_BITS);
            int count = Long.bitCount(ends);
            // Two are written whether they are there or not: a branch that is often wrong costs more.
            positions[next] = position + (Long.numberOfTrailingZeros(ends) >>> 3);
            ends &= ends - 1;
            positions[next + 1] = position + (Long.numberOfTrailingZeros(ends) >>> 3);
            for (int i = 2; i < count; i++) {
                ends &= ends - 1;
                positions[next + i] = position + (Long.numberOfTrailingZeros(ends) >>> 3);
            }
            next += count;
        }
        at = position;
        found = next - 1;
        lineFeeds += lines;
    }

    /** The same where fields may be quoted. */
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
