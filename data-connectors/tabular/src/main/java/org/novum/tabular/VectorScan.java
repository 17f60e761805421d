package org.novum.tabular;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorSpecies;

/** Separators found 32 bytes at a time; never loaded where the Vector API is absent. */
final class VectorScan {
    private static final VectorSpecies<Byte> LANES = ByteVector.SPECIES_256;
    /** Written at once, whether they are there or not; more in 32 bytes are rare. */
    private static final int AT_ONCE = 6;

    private VectorScan() {}

    /** True if the processor has vectors this wide; narrower ones would be imitated, slowly. */
    static boolean isWide() {
        return ByteVector.SPECIES_PREFERRED.length() >= LANES.length();
    }

    static void advance(FieldCursor cursor, int enough) {
        byte[] bytes = cursor.block.bytes;
        int[] positions = cursor.separators;
        ByteVector delimiters = ByteVector.broadcast(LANES, cursor.delimiter);
        ByteVector lineFeeds = ByteVector.broadcast(LANES, (byte) '\n');
        int end = cursor.block.end;
        int next = cursor.found + 1;
        int position = cursor.at;
        int lines = 0;
        for (; position < end && next <= enough; position += 32) {
            ByteVector text = ByteVector.fromArray(LANES, bytes, position);
            long lineEnds = text.eq(lineFeeds).toLong();
            long ends = text.eq(delimiters).toLong() | lineEnds;
            lines += Long.bitCount(lineEnds);
            int count = Long.bitCount(ends);
            positions[next] = position + Long.numberOfTrailingZeros(ends);
            ends &= ends - 1;
            positions[next + 1] = position + Long.numberOfTrailingZeros(ends);
            ends &= ends - 1;
            positions[next + 2] = position + Long.numberOfTrailingZeros(ends);
            ends &= ends - 1;
            positions[next + 3] = position + Long.numberOfTrailingZeros(ends);
            ends &= ends - 1;
            positions[next + 4] = position + Long.numberOfTrailingZeros(ends);
            ends &= ends - 1;
            positions[next + 5] = position + Long.numberOfTrailingZeros(ends);
            for (int i = AT_ONCE; i < count; i++) {
                ends &= ends - 1;
                positions[next + i] = position + Long.numberOfTrailingZeros(ends);
            }
            next += count;
        }
        cursor.at = position;
        cursor.found = next - 1;
        cursor.lineFeeds += lines;
    }
}
