package org.novum.api.data;

/** The types of column that a dataset offers, each with its Arrow vector. */
public enum ColumnType {
    /** 64-bit floating point: Arrow {@code Float8Vector}. */
    FLOAT64,
    /** 64-bit signed integer: Arrow {@code BigIntVector}. */
    INT64,
    /** Text: Arrow {@code VarCharVector}. */
    TEXT
}
