package org.novum.pluginsdk.fake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.jspecify.annotations.Nullable;

/** Writes single values into Arrow vectors. */
final class ArrowCells {
    private ArrowCells() {}

    static void set(FieldVector vector, int slot, @Nullable Object value) {
        switch (vector) {
            case FieldVector any when value == null -> any.setNull(slot);
            case Float8Vector reals -> reals.setSafe(slot, ((Number) value).doubleValue());
            case BigIntVector wholes -> wholes.setSafe(slot, ((Number) value).longValue());
            case IntVector wholes -> wholes.setSafe(slot, ((Number) value).intValue());
            case TinyIntVector wholes -> wholes.setSafe(slot, ((Number) value).byteValue());
            case VarCharVector texts -> texts.setSafe(slot, value.toString().getBytes(StandardCharsets.UTF_8));
            case ListVector lists -> list(lists, slot, (List<?>) value);
            default -> throw new IllegalArgumentException("no column type has vectors like " + vector.getField());
        }
    }

    private static void list(ListVector lists, int slot, List<?> items) {
        int first = lists.startNewValue(slot);
        for (int item = 0; item < items.size(); item++) {
            set(lists.getDataVector(), first + item, items.get(item));
        }
        lists.endValue(slot, items.size());
    }
}
