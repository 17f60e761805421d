package org.novum.texttables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnType;
import org.novum.tabular.WrittenField;

/**
 * Numbers in arrays of JSON, of several dimensions in one, as ECSV has them.
 *
 * @param items what each is: {@code WHOLE}, {@code DOUBLE}, {@code FLOAT} or {@code TRUTH}
 * @param count how many there must be, or 0 for any number
 */
record JsonList(DeclaredReading items, long count) implements Reading {
    /** NaN and Infinity are written so by the library that wrote most of these files, against JSON. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    @Override
    public ColumnType type() {
        return switch (items) {
            case WHOLE -> ColumnType.INT64_LIST;
            case TRUTH -> ColumnType.INT8_LIST;
            case DOUBLE, FLOAT, TEXT -> ColumnType.FLOAT64_LIST;
        };
    }

    @Override
    public @Nullable Object value(WrittenField field, Supplier<String> place) {
        if (field.text().isBlank()) {
            return null;
        }
        List<JsonNode> found = new ArrayList<>();
        try {
            JsonNode whole = JSON.readTree(field.text());
            if (!whole.isArray()) {
                throw DeclaredReading.refused(field, place, "is no array of JSON");
            }
            add(whole, found);
        } catch (JsonProcessingException broken) {
            throw DeclaredReading.refused(field, place, "is no array of JSON");
        }
        if (count > 0 && found.size() != count) {
            throw DeclaredReading.refused(field, place, "has " + found.size() + " values where " + count + " are declared");
        }
        return items == DeclaredReading.WHOLE || items == DeclaredReading.TRUTH
                ? found.stream().mapToLong(node -> whole(node, field, place)).toArray()
                : found.stream().mapToDouble(node -> real(node, field, place)).toArray();
    }

    private static void add(JsonNode node, List<JsonNode> found) {
        if (node.isArray()) {
            node.forEach(item -> add(item, found));
        } else {
            found.add(node);
        }
    }

    private long whole(JsonNode node, WrittenField field, Supplier<String> place) {
        if (items == DeclaredReading.TRUTH && node.isBoolean()) {
            return node.booleanValue() ? 1 : 0;
        }
        if (items == DeclaredReading.WHOLE && node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        throw DeclaredReading.refused(field, place, "holds '" + node + "', which is not what the column declares");
    }

    private double real(JsonNode node, WrittenField field, Supplier<String> place) {
        if (node.isNull()) {
            return Double.NaN;
        }
        if (!node.isNumber()) {
            throw DeclaredReading.refused(field, place, "holds '" + node + "', which is no number");
        }
        return items == DeclaredReading.FLOAT ? node.floatValue() : node.doubleValue();
    }
}
