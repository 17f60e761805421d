package org.novum.votable;

import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.Unit;
import uk.ac.starlink.table.ColumnInfo;

/** A column of a VOTable as Novum knows columns; what is neither number nor array of numbers is text. */
record TableColumn(ColumnInfo info, ColumnCard card) {
    private static final int LONGEST_TEXT = 1 << 20;

    static TableColumn of(ColumnInfo info) {
        String unit = info.getUnitString();
        ColumnType type = type(info.getContentClass());
        return new TableColumn(
                info,
                new ColumnCard(info.getName(), type, unit == null || unit.isBlank() ? Unit.ONE : Unit.of(unit.strip())));
    }

    private static ColumnType type(Class<?> content) {
        if (content == Double.class || content == Float.class) {
            return ColumnType.FLOAT64;
        }
        if (content == Long.class || content == Integer.class || content == Short.class || content == Byte.class) {
            return ColumnType.INT64;
        }
        if (content == double[].class || content == float[].class) {
            return ColumnType.FLOAT64_LIST;
        }
        return content == int[].class || content == short[].class ? ColumnType.INT32_LIST : ColumnType.TEXT;
    }

    /** Writes one cell. */
    void write(FieldVector vector, int slot, @Nullable Object cell) {
        switch (vector) {
            case FieldVector any when cell == null -> any.setNull(slot);
            case Float8Vector reals -> reals.setSafe(slot, ((Number) cell).doubleValue());
            case BigIntVector wholes -> wholes.setSafe(slot, ((Number) cell).longValue());
            case ListVector lists -> list(lists, slot, cell);
            default -> ((VarCharVector) vector)
                    .setSafe(slot, info.formatValue(cell, LONGEST_TEXT).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void list(ListVector lists, int slot, Object cell) {
        int first = lists.startNewValue(slot);
        int count = Array.getLength(cell);
        for (int i = 0; i < count; i++) {
            switch (lists.getDataVector()) {
                case Float8Vector reals -> reals.setSafe(first + i, Array.getDouble(cell, i));
                case IntVector wholes -> wholes.setSafe(first + i, Array.getInt(cell, i));
                default -> throw new IllegalStateException("no list of a VOTable has items like these");
            }
        }
        lists.endValue(slot, count);
    }
}
