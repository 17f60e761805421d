package org.novum.hdf5;

import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.novum.api.data.ColumnType;

/** Arrays as the HDF5 library gives them, and what they are here. */
final class Values {
    private Values() {}

    /** The type of a column whose values are in this array; empty if it is no column. */
    static Optional<ColumnType> type(Object values) {
        Class<?> item = values.getClass();
        int dimensions = 0;
        while (item.isArray()) {
            item = item.getComponentType();
            dimensions++;
        }
        return type(item, dimensions);
    }

    /**
     * The type of a column.
     *
     * @param item class of one value
     * @param dimensions 1 for a value a row, 2 for a list a row
     */
    static Optional<ColumnType> type(Class<?> item, int dimensions) {
        boolean list = dimensions == 2;
        if (dimensions < 1 || dimensions > 2) {
            return Optional.empty();
        }
        if (item == byte.class || item == Byte.class) {
            return Optional.of(list ? ColumnType.INT8_LIST : ColumnType.INT32);
        }
        if (item == short.class || item == int.class || item == Short.class || item == Integer.class) {
            return Optional.of(list ? ColumnType.INT32_LIST : ColumnType.INT32);
        }
        if (item == long.class || item == Long.class) {
            return Optional.of(list ? ColumnType.INT64_LIST : ColumnType.INT64);
        }
        if (Number.class.isAssignableFrom(item) || item == float.class || item == double.class) {
            return Optional.of(list ? ColumnType.FLOAT64_LIST : ColumnType.FLOAT64);
        }
        return item == String.class && !list ? Optional.of(ColumnType.TEXT) : Optional.empty();
    }

    /**
     * Writes values into a vector.
     *
     * @param values array of as many rows as {@code rows}
     */
    static void write(FieldVector vector, Object values, int rows) {
        vector.reset();
        for (int row = 0; row < rows; row++) {
            if (vector instanceof ListVector lists) {
                list(lists, row, Array.get(values, row));
            } else {
                set(vector, row, Array.get(values, row));
            }
        }
        vector.setValueCount(rows);
    }

    private static void list(ListVector lists, int row, Object items) {
        int from = lists.startNewValue(row);
        int count = Array.getLength(items);
        for (int i = 0; i < count; i++) {
            set(lists.getDataVector(), from + i, Array.get(items, i));
        }
        lists.endValue(row, count);
    }

    private static void set(FieldVector vector, int row, Object value) {
        switch (vector) {
            case Float8Vector reals -> reals.setSafe(row, ((Number) value).doubleValue());
            case BigIntVector wholes -> wholes.setSafe(row, ((Number) value).longValue());
            case IntVector wholes -> wholes.setSafe(row, ((Number) value).intValue());
            case TinyIntVector wholes -> wholes.setSafe(row, ((Number) value).byteValue());
            case VarCharVector texts -> texts.setSafe(row, value.toString().getBytes(StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException("no column is a " + vector.getClass());
        }
    }
}
