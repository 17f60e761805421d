package org.novum.root.column;

/**
 * Consecutive rows of one column in memory: those of a basket, or of a cluster.
 *
 * <p>Whoever makes one has checked that all places lie within the bytes.
 */
public sealed interface Chunk {
    /** The first row. */
    long first();

    /** How many rows there are. */
    int rows();

    /** The row after the last. */
    default long end() {
        return first() + rows();
    }

    /**
     * Appends rows to a batch.
     *
     * @param from the first of them, counted from this chunk's first
     * @param count of rows
     * @param sink of the column
     */
    void copy(int from, int count, Sink sink);

    /**
     * As many numbers in each row, side by side.
     *
     * @param start place of the first row's first byte
     * @param stride bytes from row to row
     * @param each how many numbers a row has
     */
    record Fixed(long first, int rows, Elements elements, int start, int stride, int each) implements Chunk {
        @Override
        public void copy(int from, int count, Sink sink) {
            int width = each * elements.scalar().width();
            if (!sink.isList() && stride == width) {
                sink.numbers(elements, start + from * stride, count);
                return;
            }
            for (int row = from; row < from + count; row++) {
                sink.numbers(elements, start + row * stride, each);
                sink.endRow();
            }
        }
    }

    /**
     * A list of numbers in each row, which lie side by side.
     *
     * @param starts place of each row's first byte
     * @param counts of each row's numbers
     */
    record Jagged(long first, int rows, Elements elements, int[] starts, int[] counts) implements Chunk {
        @Override
        public void copy(int from, int count, Sink sink) {
            for (int row = from; row < from + count; row++) {
                sink.numbers(elements, starts[row], counts[row]);
                sink.endRow();
            }
        }
    }

    /**
     * Numbers that lie apart, as members of objects do.
     *
     * @param rowEnds how many numbers there are up to the end of each row
     * @param places of the numbers
     */
    record Scattered(long first, int rows, Elements elements, int[] rowEnds, int[] places) implements Chunk {
        @Override
        public void copy(int from, int count, Sink sink) {
            int item = from == 0 ? 0 : rowEnds[from - 1];
            for (int row = from; row < from + count; row++) {
                for (; item < rowEnds[row]; item++) {
                    sink.numbers(elements, places[item], 1);
                }
                sink.endRow();
            }
        }
    }

    /**
     * Text in each row.
     *
     * @param starts place of each row's first byte
     * @param lengths in bytes
     */
    record Text(long first, int rows, byte[] bytes, int[] starts, int[] lengths) implements Chunk {
        @Override
        public void copy(int from, int count, Sink sink) {
            for (int row = from; row < from + count; row++) {
                sink.text(bytes, starts[row], lengths[row]);
            }
        }
    }
}
