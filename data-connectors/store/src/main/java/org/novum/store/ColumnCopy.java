package org.novum.store;

import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BitVectorHelper;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;

/** Copies rows of vectors into one vector, missing values as zeros. */
abstract sealed class ColumnCopy {
    /** Rows that fit before the vector grows for the first time. */
    private static final int FIRST = 1024;

    /** Copies into this vector, which is empty. */
    static ColumnCopy into(FieldVector target) {
        ColumnCopy copy =
                switch (target) {
                    case BaseFixedWidthVector fixed -> new Fixed(fixed);
                    case VarCharVector text -> new Text(text);
                    case ListVector list -> new Lists(list);
                    default -> throw new IllegalArgumentException("no column has vectors like " + target.getField());
                };
        copy.clear();
        return copy;
    }

    /**
     * Copies rows.
     *
     * @param source of the same type
     * @param from first row of the source
     * @param to first row of the target; rows are written from the first to the last
     * @param count how many
     */
    abstract void rows(FieldVector source, int from, int to, int count);

    /** Tells the vector how many rows it has now. */
    abstract void finish(int count);

    /** Empties the vector and fills it with zeros. */
    abstract void clear();

    /** Values that stand one after the other, in the source and in the target. */
    private record Span(int from, int to, int count) {}

    private static final class Fixed extends ColumnCopy {
        private final BaseFixedWidthVector target;
        private final int width;

        Fixed(BaseFixedWidthVector target) {
            this.target = target;
            this.width = target.getTypeWidth();
        }

        @Override
        void rows(FieldVector source, int from, int to, int count) {
            rows(source, new Span(from, to, count), source.getNullCount() == 0);
        }

        /**
         * Copies values.
         *
         * @param whole whether the source misses none, anywhere
         */
        void rows(FieldVector source, Span span, boolean whole) {
            int from = span.from;
            int to = span.to;
            int count = span.count;
            while (target.getValueCapacity() < to + count) {
                target.reAlloc();
            }
            ArrowBuf values = source.getDataBuffer();
            ArrowBuf validity = target.getValidityBuffer();
            if (whole) {
                target.getDataBuffer().setBytes((long) to * width, values, (long) from * width, (long) count * width);
                for (int i = 0; i < count; i++) {
                    BitVectorHelper.setBit(validity, to + i);
                }
                return;
            }
            for (int i = 0; i < count; i++) {
                if (!source.isNull(from + i)) {
                    target.getDataBuffer()
                            .setBytes((long) (to + i) * width, values, (long) (from + i) * width, width);
                    BitVectorHelper.setBit(validity, to + i);
                }
            }
        }

        @Override
        void finish(int count) {
            target.setValueCount(count);
        }

        @Override
        void clear() {
            target.reset();
            target.allocateNew(FIRST);
            target.zeroVector();
        }
    }

    private static final class Text extends ColumnCopy {
        private final VarCharVector target;

        Text(VarCharVector target) {
            this.target = target;
        }

        @Override
        void rows(FieldVector source, int from, int to, int count) {
            VarCharVector text = (VarCharVector) source;
            for (int i = 0; i < count; i++) {
                if (text.isNull(from + i)) {
                    target.setNull(to + i);
                } else {
                    int start = text.getStartOffset(from + i);
                    target.setSafe(to + i, start, text.getEndOffset(from + i) - start, text.getDataBuffer());
                }
            }
        }

        @Override
        void finish(int count) {
            target.setValueCount(count);
        }

        @Override
        void clear() {
            target.reset();
            target.allocateNew(FIRST);
        }
    }

    private static final class Lists extends ColumnCopy {
        private final ListVector target;
        private final Fixed items;

        Lists(ListVector target) {
            this.target = target;
            this.items = new Fixed((BaseFixedWidthVector) target.getDataVector());
        }

        @Override
        void rows(FieldVector source, int from, int to, int count) {
            ListVector lists = (ListVector) source;
            boolean whole = lists.getDataVector().getNullCount() == 0;
            for (int i = 0; i < count; i++) {
                if (lists.isNull(from + i)) {
                    target.setNull(to + i);
                    continue;
                }
                int start = lists.getElementStartIndex(from + i);
                int length = lists.getElementEndIndex(from + i) - start;
                int place = target.startNewValue(to + i);
                items.rows(lists.getDataVector(), new Span(start, place, length), whole);
                target.endValue(to + i, length);
            }
        }

        @Override
        void finish(int count) {
            target.setLastSet(count - 1);
            target.setValueCount(count);
        }

        @Override
        void clear() {
            target.reset();
            target.allocateNew();
            items.target.zeroVector();
        }
    }
}
