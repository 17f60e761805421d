package org.novum.texttables;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnType;
import org.novum.tabular.WrittenField;

/**
 * Numbers within braces, of several dimensions in one, as parameter files have them.
 *
 * @param items what each is: {@code WHOLE}, {@code DOUBLE} or {@code FLOAT}
 * @param count how many there must be, or 0 for any number
 */
record BraceList(DeclaredReading items, long count) implements Reading {
    @Override
    public ColumnType type() {
        return items == DeclaredReading.WHOLE ? ColumnType.INT64_LIST : ColumnType.FLOAT64_LIST;
    }

    @Override
    public @Nullable Object value(WrittenField field, Supplier<String> place) {
        List<String> words = Arrays.stream(field.text().split("[\\s{},]+")).filter(word -> !word.isEmpty()).toList();
        if (count > 0 && words.size() != count) {
            throw DeclaredReading.refused(field, place, "has " + words.size() + " numbers where " + count + " are declared");
        }
        if (items == DeclaredReading.WHOLE) {
            long[] wholes = new long[words.size()];
            for (int i = 0; i < wholes.length; i++) {
                if (!(items.value(WrittenField.of(words.get(i)), place) instanceof Long whole)) {
                    throw DeclaredReading.refused(field, place, "has a whole number that is missing");
                }
                wholes[i] = whole;
            }
            return wholes;
        }
        double[] reals = new double[words.size()];
        for (int i = 0; i < reals.length; i++) {
            reals[i] = items.value(WrittenField.of(words.get(i)), place) instanceof Double real ? real : Double.NaN;
        }
        return reals;
    }
}
