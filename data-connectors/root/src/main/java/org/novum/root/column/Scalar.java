package org.novum.root.column;

import org.novum.api.data.ColumnType;

/** The types of number that ROOT stores, and what they become: nothing loses precision on the way. */
public enum Scalar {
    /** Signed byte. */
    INT8(1, ColumnType.INT32, ColumnType.INT8_LIST),
    /** True or false in one byte: 1 or 0. */
    BOOL(1, ColumnType.INT32, ColumnType.INT8_LIST),
    /** Unsigned byte. */
    UINT8(1, ColumnType.INT32, ColumnType.INT32_LIST),
    /** Signed 16-bit integer. */
    INT16(2, ColumnType.INT32, ColumnType.INT32_LIST),
    /** Unsigned 16-bit integer. */
    UINT16(2, ColumnType.INT32, ColumnType.INT32_LIST),
    /** Signed 32-bit integer. */
    INT32(4, ColumnType.INT32, ColumnType.INT32_LIST),
    /** Unsigned 32-bit integer. */
    UINT32(4, ColumnType.INT64, ColumnType.INT64_LIST),
    /** Signed 64-bit integer. */
    INT64(8, ColumnType.INT64, ColumnType.INT64_LIST),
    /** Unsigned 64-bit integer; a value of 2^63 or more is refused when it is read. */
    UINT64(8, ColumnType.INT64, ColumnType.INT64_LIST),
    /** IEEE 754 half precision. */
    FLOAT16(2, ColumnType.FLOAT64, ColumnType.FLOAT64_LIST),
    /** IEEE 754 single precision. */
    FLOAT32(4, ColumnType.FLOAT64, ColumnType.FLOAT64_LIST),
    /** IEEE 754 double precision. */
    FLOAT64(8, ColumnType.FLOAT64, ColumnType.FLOAT64_LIST);

    private final int width;
    private final ColumnType single;
    private final ColumnType list;

    Scalar(int width, ColumnType single, ColumnType list) {
        this.width = width;
        this.single = single;
        this.list = list;
    }

    /** Bytes that one takes. */
    public int width() {
        return width;
    }

    /** Type of a column with one in each row. */
    public ColumnType single() {
        return single;
    }

    /** Type of a column with a list of them in each row. */
    public ColumnType list() {
        return list;
    }
}
