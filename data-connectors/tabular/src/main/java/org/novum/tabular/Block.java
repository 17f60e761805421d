package org.novum.tabular;

import java.util.Arrays;

/**
 * A stretch of decompressed text that holds whole records, each ended by a line feed.
 *
 * <p>Before {@link #start} lie at least {@link NumberText#PADDING} bytes and after {@link #end} at least eight zero bytes
 * of the same array, so that words can be read across both ends.
 */
final class Block {
    /** Bytes of text that a block holds, as a rule; a longer record makes a longer block. */
    static final int SIZE = 1 << 18;

    private static final int TAIL = 64;

    byte[] bytes;
    int start = NumberText.PADDING;
    int end = NumberText.PADDING;
    /** True if there are quotes in it. */
    boolean quoted;
    /** Blank lines that ended the block; they are no longer part of it. */
    boolean blankEnding;

    Block(int size) {
        bytes = new byte[NumberText.PADDING + size + TAIL];
    }

    /** How many bytes of text fit. */
    int capacity() {
        return bytes.length - NumberText.PADDING - TAIL;
    }

    void grow(long size) {
        bytes = Arrays.copyOf(bytes, Math.toIntExact(size) + NumberText.PADDING + TAIL);
    }

    /** Ends the text here; what follows reads as zeros. */
    void endAt(int position) {
        end = position;
        Arrays.fill(bytes, end, end + TAIL, (byte) 0);
    }

    void reset() {
        start = NumberText.PADDING;
        end = NumberText.PADDING;
        quoted = false;
        blankEnding = false;
    }
}
