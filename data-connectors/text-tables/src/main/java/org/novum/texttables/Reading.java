package org.novum.texttables;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnType;
import org.novum.tabular.WrittenField;

/** How the fields of a column become values. */
sealed interface Reading permits Reading.AsWritten, DeclaredReading, BraceList, JsonList {
    /** Type of the values. */
    ColumnType type();

    /**
     * The value of a field.
     *
     * @param place of it, for messages
     * @return {@code Double}, {@code Long}, {@code Integer}, {@code String}, {@code double[]} or {@code long[]} as the type says, or
     *     null if it is missing
     * @throws org.novum.api.data.DataException if it is no such value
     */
    @Nullable Object value(WrittenField field, Supplier<String> place);

    /**
     * By the rules of tables of text.
     *
     * @param type {@code FLOAT64}, {@code INT64} or {@code TEXT}
     */
    record AsWritten(ColumnType type) implements Reading {
        static final AsWritten TEXT = new AsWritten(ColumnType.TEXT);
        static final AsWritten WHOLE = new AsWritten(ColumnType.INT64);
        static final AsWritten REAL = new AsWritten(ColumnType.FLOAT64);

        @Override
        public @Nullable Object value(WrittenField field, Supplier<String> place) {
            return field.value(type, place);
        }
    }
}
