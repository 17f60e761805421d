package org.novum.hdf5;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import java.lang.reflect.Array;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnType;

/**
 * How numbers are packed by the conventions of netCDF: a stored one times {@code scale_factor} plus {@code add_offset} is the value,
 * and {@code _FillValue}, which is compared with stored ones, is none (NetCDF User's Guide, Appendix A, Attribute Conventions).
 *
 * @param scale null if the dataset has none
 * @param offset null if the dataset has none
 * @param fill null if the dataset has none
 */
record Packing(@Nullable Double scale, @Nullable Double offset, @Nullable Number fill) {
    /** Numbers are as they are stored. */
    static final Packing NONE = new Packing(null, null, null);

    /** What the attributes of a dataset say. */
    static Packing of(Dataset dataset) {
        Number scale = number(dataset, "scale_factor");
        Number offset = number(dataset, "add_offset");
        return new Packing(
                scale == null ? null : Double.valueOf(scale.doubleValue()),
                offset == null ? null : Double.valueOf(offset.doubleValue()),
                number(dataset, "_FillValue"));
    }

    /** Of a single number, or an array of one. */
    private static @Nullable Number number(Dataset dataset, String name) {
        Attribute attribute = dataset.getAttribute(name);
        Object value = attribute == null ? null : attribute.getData();
        if (value != null && value.getClass().isArray() && Array.getLength(value) == 1) {
            value = Array.get(value, 0);
        }
        return value instanceof Number number ? number : null;
    }

    /** The type of a column whose stored numbers are of a type. */
    ColumnType of(ColumnType stored) {
        if (scale == null && offset == null) {
            return stored;
        }
        return switch (stored) {
            case FLOAT64, INT64, INT32 -> ColumnType.FLOAT64;
            case FLOAT64_LIST, INT64_LIST, INT32_LIST, INT8_LIST -> ColumnType.FLOAT64_LIST;
            case TEXT -> ColumnType.TEXT;
        };
    }

    /** The value of what is stored; null if it is none. */
    @Nullable Object value(Object stored) {
        if (!(stored instanceof Number number)) {
            return stored;
        }
        if (fill != null && same(number, fill)) {
            return null;
        }
        if (scale == null && offset == null) {
            return stored;
        }
        double scaled = scale == null ? number.doubleValue() : number.doubleValue() * scale;
        return offset == null ? scaled : scaled + offset;
    }

    private static boolean same(Number one, Number other) {
        if (isWhole(one) && isWhole(other)) {
            return one.longValue() == other.longValue();
        }
        double value = one.doubleValue();
        return value == other.doubleValue() || Double.isNaN(value) && Double.isNaN(other.doubleValue());
    }

    private static boolean isWhole(Number number) {
        return number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger;
    }
}
