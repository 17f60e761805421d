package org.novum.root.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnType;
import org.novum.root.column.Chunk;
import org.novum.root.column.Elements;
import org.novum.root.column.RootColumn;
import org.novum.root.column.Scalar;
import org.novum.root.file.Cursor;
import org.novum.root.file.Source;
import org.novum.root.stream.Layout;

/** How the rows of a branch are written in a basket. */
sealed interface RowForm {
    /** Type of the column. */
    ColumnType type();

    /** Finds the values in a basket, and checks that they are there. */
    Chunk decode(Source source, Basket basket);

    private static Elements elements(Scalar scalar, Basket basket) {
        return Elements.bigEndian(scalar, basket.content(), basket.where());
    }

    /**
     * As many numbers in each row.
     *
     * @param start of the first in the row's bytes
     * @param stride bytes of a row
     * @param each numbers of a row
     */
    record Fixed(Scalar scalar, int start, int stride, int each) implements RowForm {
        @Override
        public ColumnType type() {
            return each == 1 ? scalar.single() : scalar.list();
        }

        @Override
        public Chunk decode(Source source, Basket basket) {
            if ((long) basket.rows() * stride > basket.border()) {
                throw basket.damaged(basket.rows() + " rows of " + stride + " bytes do not fit into its " + basket.border());
            }
            return new Chunk.Fixed(basket.first(), basket.rows(), elements(scalar, basket), start, stride, each);
        }
    }

    /**
     * Numbers that fill their row.
     *
     * @param each numbers for each thing that is counted
     * @param counter counts them, for baskets that do not say where rows are; null if they always do
     */
    record Jagged(Scalar scalar, int each, @Nullable RootColumn counter) implements RowForm {
        @Override
        public ColumnType type() {
            return scalar.list();
        }

        @Override
        public Chunk decode(Source source, Basket basket) {
            int[] starts = basket.starts();
            if (starts == null && counter != null) {
                starts = counted(source, basket, counter);
            }
            Basket placed =
                    new Basket(basket.first(), basket.rows(), basket.content(), basket.border(), starts, basket.where());
            int[] known = placed.requireStarts();
            int[] counts = new int[known.length];
            for (int row = 0; row < counts.length; row++) {
                int bytes = placed.end(row) - known[row];
                if (bytes % scalar.width() != 0) {
                    throw basket.damaged("a row of " + bytes + " bytes holds no whole number of " + scalar);
                }
                counts[row] = bytes / scalar.width();
            }
            return new Chunk.Jagged(basket.first(), basket.rows(), elements(scalar, basket), known, counts);
        }

        private int[] counted(Source source, Basket basket, RootColumn counter) {
            int[] starts = new int[basket.rows()];
            long at = 0;
            int row = 0;
            while (row < starts.length) {
                if (!(counter.chunk(source, basket.first() + row) instanceof Chunk.Fixed counts)) {
                    throw basket.damaged("its counter " + counter.name() + " is no number");
                }
                int from = (int) (basket.first() + row - counts.first());
                for (int i = from; i < counts.rows() && row < starts.length; i++) {
                    starts[row++] = (int) at;
                    long count = counts.elements().integer(counts.start() + i * counts.stride());
                    at += Math.clamp(count, -1, basket.border()) * each * scalar.width();
                    if (count < 0 || at > basket.border()) {
                        throw basket.damaged(counter.name() + " counts " + count + " in row "
                                + (counts.first() + i) + ", and its rows have " + basket.border() + " bytes");
                    }
                }
            }
            return starts;
        }
    }

    /** Text, with its length before it: a C-string of a leaf, or a std::string, with or without a byte count. */
    record Text() implements RowForm {
        private static final int BYTE_COUNT = 0x40;
        private static final int HEAD = 6;

        @Override
        public ColumnType type() {
            return ColumnType.TEXT;
        }

        @Override
        public Chunk decode(Source source, Basket basket) {
            int[] starts = new int[basket.rows()];
            int[] lengths = new int[basket.rows()];
            Cursor cursor = new Cursor(basket.content(), basket.where());
            int[] known = basket.requireStarts();
            for (int row = 0; row < starts.length; row++) {
                int end = basket.end(row);
                if (!fits(cursor.at(known[row]), end) && !(cursor.at(known[row]).remaining() > HEAD
                        && cursor.uint8() == BYTE_COUNT
                        && fits(cursor.at(known[row] + (long) HEAD), end))) {
                    throw basket.damaged("the text of row " + (basket.first() + row) + " does not fill its place");
                }
                starts[row] = cursor.position();
                lengths[row] = end - cursor.position();
            }
            return new Chunk.Text(basket.first(), basket.rows(), basket.content(), starts, lengths);
        }

        /** Whether the text's length leads to the end of the row; the cursor is then at its first letter. */
        private static boolean fits(Cursor cursor, int end) {
            if (cursor.position() >= end) {
                return false;
            }
            int length = cursor.uint8();
            if (length == 255 && cursor.remaining() >= 4) {
                length = cursor.int32();
            }
            return length == end - cursor.position();
        }
    }

    /** A std::vector of numbers: byte count and version, how many there are, and they. */
    record Vector(Scalar scalar) implements RowForm {
        private static final int HEAD = 6;
        private static final int BYTE_COUNT = 0x4000;

        @Override
        public ColumnType type() {
            return scalar.list();
        }

        @Override
        public Chunk decode(Source source, Basket basket) {
            int[] starts = new int[basket.rows()];
            int[] counts = new int[basket.rows()];
            int[] known = basket.requireStarts();
            Cursor cursor = new Cursor(basket.content(), basket.where());
            for (int row = 0; row < starts.length; row++) {
                if ((cursor.at(known[row]).int16() & BYTE_COUNT) == 0) {
                    throw basket.damaged("the vector of row " + (basket.first() + row) + " has no byte count");
                }
                cursor.bytesAhead(HEAD - 2);
                counts[row] = cursor.int32();
                starts[row] = cursor.position();
                if (counts[row] < 0 || (long) counts[row] * scalar.width() > basket.end(row) - starts[row]) {
                    throw basket.damaged("row " + (basket.first() + row) + " counts " + counts[row] + " numbers in "
                            + (basket.end(row) - starts[row]) + " bytes");
                }
            }
            return new Chunk.Jagged(basket.first(), basket.rows(), elements(scalar, basket), starts, counts);
        }
    }

    /**
     * One number of objects that are written whole: one in each row, or a std::vector of them.
     *
     * @param layout of their class
     * @param member index of the number in the layout
     * @param vector what the C++ class of the vector is, or null for single objects
     */
    record Member(Layout layout, int member, @Nullable String vector) implements RowForm {
        private static final int BYTE_COUNT = 4;
        private static final int MEMBER_WISE = 1 << 14;

        @Override
        public ColumnType type() {
            return vector == null ? scalar().single() : scalar().list();
        }

        private Scalar scalar() {
            return layout.members().get(member).scalar();
        }

        @Override
        public Chunk decode(Source source, Basket basket) {
            int[] known = basket.requireStarts();
            int[] rowEnds = new int[basket.rows()];
            List<Integer> places = new ArrayList<>();
            Cursor cursor = new Cursor(basket.content(), basket.where());
            for (int row = 0; row < rowEnds.length; row++) {
                cursor.seek(known[row]);
                int objects = vector == null ? 1 : count(cursor, basket.end(row));
                for (int i = 0; i < objects; i++) {
                    layout.locate(cursor, member, places::add);
                }
                if (cursor.position() > basket.end(row)) {
                    throw basket.damaged("the objects of row " + (basket.first() + row) + " do not fit into it");
                }
                rowEnds[row] = places.size();
            }
            int[] found = places.stream().mapToInt(Integer::intValue).toArray();
            Elements elements = elements(scalar(), basket);
            return new Chunk.Scattered(basket.first(), basket.rows(), elements, rowEnds, found);
        }

        private int count(Cursor cursor, int end) {
            cursor.bytesAhead(BYTE_COUNT);
            if ((cursor.int16() & MEMBER_WISE) != 0) {
                throw cursor.damaged("its " + vector + " is written member by member, which is not read");
            }
            int count = cursor.int32();
            if (count < 0 || count > end - cursor.position()) {
                throw cursor.damaged("it counts " + count + " objects in " + (end - cursor.position()) + " bytes");
            }
            return count;
        }
    }
}
