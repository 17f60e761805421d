package org.novum.tabular;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Separators found eight bytes at a time, by the exact test for zero bytes within a word (Mycroft, 1987). */
final class WordScan {
    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LINE_FEEDS = '\n' * ONES;

    private WordScan() {}

    static void advance(FieldCursor cursor, int enough) {
        byte[] bytes = cursor.block.bytes;
        int[] positions = cursor.separators;
        long delimiters = cursor.delimiter * ONES;
        int end = cursor.block.end;
        int next = cursor.found + 1;
        int position = cursor.at;
        int lines = 0;
        for (; position < end && next <= enough; position += 8) {
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
        cursor.at = position;
        cursor.found = next - 1;
        cursor.lineFeeds += lines;
    }
}
