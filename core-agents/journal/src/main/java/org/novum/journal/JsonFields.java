package org.novum.journal;

import com.fasterxml.jackson.databind.JsonNode;

/** Fields that a payload must have. */
final class JsonFields {

    private JsonFields() {}

    static JsonNode at(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null) {
            throw new JournalException("the payload lacks '" + field + "'");
        }
        return value;
    }

    static String text(JsonNode node, String field) {
        JsonNode value = at(node, field);
        if (!value.isTextual()) {
            throw new JournalException("'" + field + "' in the payload is not a text");
        }
        return value.textValue();
    }

    static long number(JsonNode node, String field) {
        JsonNode value = at(node, field);
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw new JournalException("'" + field + "' in the payload is not a whole number");
        }
        return value.longValue();
    }

    static double fraction(JsonNode node, String field) {
        JsonNode value = at(node, field);
        if (!value.isDouble()) {
            throw new JournalException("'" + field + "' in the payload is not a fractional number");
        }
        return value.doubleValue();
    }
}
