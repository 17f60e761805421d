package org.novum.api.data;

import java.util.List;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/** The types of column that a dataset offers, each with its Arrow vector. */
public enum ColumnType {
    /** 64-bit floating point: Arrow {@code Float8Vector}. */
    FLOAT64,
    /** 64-bit signed integer: Arrow {@code BigIntVector}. */
    INT64,
    /** 32-bit signed integer: Arrow {@code IntVector}. */
    INT32,
    /** Text: Arrow {@code VarCharVector}. */
    TEXT,
    /** As many 64-bit floating-point numbers as a row has: Arrow {@code ListVector} of {@code Float8Vector}. */
    FLOAT64_LIST,
    /** As many 64-bit signed integers as a row has: Arrow {@code ListVector} of {@code BigIntVector}. */
    INT64_LIST,
    /** As many 32-bit signed integers as a row has: Arrow {@code ListVector} of {@code IntVector}. */
    INT32_LIST,
    /** As many 8-bit signed integers as a row has: Arrow {@code ListVector} of {@code TinyIntVector}. */
    INT8_LIST;

    private static final ArrowType DOUBLE = new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);

    /** The Arrow field of a column of this type; its values may be missing. */
    public Field field(String name) {
        return switch (this) {
            case FLOAT64 -> Field.nullable(name, DOUBLE);
            case INT64 -> Field.nullable(name, new ArrowType.Int(64, true));
            case INT32 -> Field.nullable(name, new ArrowType.Int(32, true));
            case TEXT -> Field.nullable(name, ArrowType.Utf8.INSTANCE);
            case FLOAT64_LIST -> list(name, DOUBLE);
            case INT64_LIST -> list(name, new ArrowType.Int(64, true));
            case INT32_LIST -> list(name, new ArrowType.Int(32, true));
            case INT8_LIST -> list(name, new ArrowType.Int(8, true));
        };
    }

    private static Field list(String name, ArrowType item) {
        return new Field(
                name,
                FieldType.nullable(ArrowType.List.INSTANCE),
                List.of(new Field("item", FieldType.notNullable(item), List.of())));
    }
}
