package org.novum.root.column;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.util.OversizedAllocationException;
import org.novum.api.data.DataException;

/** Appends rows to one Arrow vector. */
public final class Sink {
    private final FieldVector vector;
    private final String where;
    private int rows;
    private int items;

    /**
     * @param vector to fill
     * @param where file and column, for messages
     */
    public Sink(FieldVector vector, String where) {
        this.vector = vector;
        this.where = where;
    }

    /** Empties the vector and makes room for rows. */
    public void begin(int capacity) {
        rows = 0;
        items = 0;
        vector.clear();
        vector.setInitialCapacity(capacity);
        vector.allocateNew();
    }

    /** Whether a row holds a list. */
    boolean isList() {
        return vector instanceof ListVector;
    }

    /** Numbers of lists, or bytes of text, that the vector holds. */
    public int items() {
        return items;
    }

    /** Appends numbers that lie side by side: rows of a plain column, items of the current row of a list. */
    void numbers(Elements elements, int at, int count) {
        if (vector instanceof ListVector lists) {
            BaseFixedWidthVector data = (BaseFixedWidthVector) lists.getDataVector();
            elements.copy(at, count, room(data, items, count));
            items += count;
        } else if (vector instanceof BaseFixedWidthVector data) {
            ByteBuffer target = room(data, rows, count);
            if (data.getTypeWidth() == Integer.BYTES) {
                elements.copyAsInts(at, count, target);
            } else {
                elements.copy(at, count, target);
            }
            rows += count;
        }
    }

    /** Ends a row of a list; of a plain column each number is a row. */
    void endRow() {
        if (vector instanceof ListVector lists) {
            while (lists.getValueCapacity() <= rows) {
                lists.reAlloc();
            }
            lists.getOffsetBuffer().setInt((rows + 1L) * Integer.BYTES, items);
            rows++;
        }
    }

    /** Appends a row of text. */
    void text(byte[] bytes, int start, int length) {
        try {
            ((VarCharVector) vector).setSafe(rows, bytes, start, length);
        } catch (OversizedAllocationException e) {
            throw tooLarge(e);
        }
        rows++;
        items = Math.addExact(items, length);
    }

    /** States how many rows there are, none of them missing. */
    public void finish() {
        if (vector instanceof ListVector lists) {
            BaseFixedWidthVector data = (BaseFixedWidthVector) lists.getDataVector();
            allPresent(data, items);
            data.setValueCount(items);
            lists.getValidityBuffer().setOne(0, (rows + 7) / 8);
            lists.setLastSet(rows - 1);
        } else if (vector instanceof BaseFixedWidthVector data) {
            allPresent(data, rows);
        }
        vector.setValueCount(rows);
    }

    private static void allPresent(BaseFixedWidthVector data, int count) {
        data.getValidityBuffer().setOne(0, (count + 7) / 8);
    }

    private ByteBuffer room(BaseFixedWidthVector data, int from, int count) {
        try {
            while (data.getValueCapacity() < (long) from + count) {
                data.reAlloc();
            }
        } catch (OversizedAllocationException e) {
            throw tooLarge(e);
        }
        int width = data.getTypeWidth();
        return data.getDataBuffer()
                .nioBuffer((long) from * width, count * width)
                .order(ByteOrder.nativeOrder());
    }

    private DataException tooLarge(OversizedAllocationException cause) {
        return new DataException(
                where, "a few rows of it take more than 2 GiB", "leave the column out", cause);
    }
}
