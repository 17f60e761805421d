package org.novum.hdf5;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.VariableLength;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;

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
        if (item == long.class || item == Long.class || item == BigInteger.class) {
            return Optional.of(list ? ColumnType.INT64_LIST : ColumnType.INT64);
        }
        if (Number.class.isAssignableFrom(item) || item == float.class || item == double.class) {
            return Optional.of(list ? ColumnType.FLOAT64_LIST : ColumnType.FLOAT64);
        }
        return item == String.class && !list ? Optional.of(ColumnType.TEXT) : Optional.empty();
    }

    /**
     * The type of a column of a dataset.
     *
     * @param type of its values; lists of any length are a type themselves
     * @param dimensions of the dataset
     */
    static Optional<ColumnType> type(DataType type, int dimensions) {
        boolean jagged = type instanceof VariableLength lists && !lists.isVariableLengthString();
        return jagged
                ? type(((VariableLength) type).getParent().getJavaType(), dimensions + 1)
                : type(type.getJavaType(), dimensions);
    }

    /**
     * Rows of an array.
     *
     * @param where the file and the table
     * @param first of them in the table, from 0
     * @param count how many there are
     */
    record Rows(String where, long first, int count) {}

    /**
     * Writes values into a vector.
     *
     * @param values array of as many rows
     * @param packing of the values
     * @throws DataException if a whole number has more than 63 bits
     */
    static void write(FieldVector vector, Object values, Packing packing, Rows rows) {
        vector.reset();
        for (int row = 0; row < rows.count; row++) {
            try {
                if (vector instanceof ListVector lists) {
                    list(lists, row, Array.get(values, row), packing);
                } else {
                    single(vector, row, packing.value(Array.get(values, row)));
                }
            } catch (TooLarge number) {
                throw new DataException(
                        rows.where + ", row " + (rows.first + row + 1),
                        "column " + vector.getName() + " has the number " + number.getMessage() + ", which is above 2^63 - 1",
                        "write the dataset as float64, or as text where every digit counts, or leave the column out",
                        number);
            }
        }
        vector.setValueCount(rows.count);
    }

    /** A whole number of 2^63 or more; the message is the number. */
    private static final class TooLarge extends RuntimeException {
        TooLarge(BigInteger number) {
            super(number.toString());
        }
    }

    private static void single(FieldVector vector, int row, @Nullable Object value) {
        if (value == null) {
            vector.setNull(row);
        } else {
            set(vector, row, value);
        }
    }

    /** Lists have no missing values here: among reals one is NaN, and a whole number stays as it is stored. */
    private static void list(ListVector lists, int row, Object items, Packing packing) {
        Object missing = lists.getDataVector() instanceof Float8Vector ? (Object) Double.NaN : null;
        int from = lists.startNewValue(row);
        int count = Array.getLength(items);
        for (int i = 0; i < count; i++) {
            Object stored = Array.get(items, i);
            Object value = packing.value(stored);
            set(lists.getDataVector(), from + i, value != null ? value : missing != null ? missing : stored);
        }
        lists.endValue(row, count);
    }

    private static long whole(Object value) {
        if (value instanceof BigInteger number && number.bitLength() >= Long.SIZE) {
            throw new TooLarge(number);
        }
        return ((Number) value).longValue();
    }

    private static void set(FieldVector vector, int row, Object value) {
        switch (vector) {
            case Float8Vector reals -> reals.setSafe(row, ((Number) value).doubleValue());
            case BigIntVector wholes -> wholes.setSafe(row, whole(value));
            case IntVector wholes -> wholes.setSafe(row, ((Number) value).intValue());
            case TinyIntVector wholes -> wholes.setSafe(row, ((Number) value).byteValue());
            case VarCharVector texts -> texts.setSafe(row, value.toString().getBytes(StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException("no column is a " + vector.getClass());
        }
    }
}
