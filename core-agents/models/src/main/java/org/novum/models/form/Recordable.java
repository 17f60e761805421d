package org.novum.models.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/**
 * What comes from outside, as canonical JSON can hold it: half a surrogate pair becomes U+FFFD, and a number that no double
 * holds becomes its text, which then is no number to any schema.
 */
public final class Recordable {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Recordable() {}

    /** A text. */
    public static String text(String text) {
        StringBuilder formed = new StringBuilder(text.length());
        text.codePoints().forEach(point ->
                formed.appendCodePoint(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point));
        return formed.toString();
    }

    /** A tree with all its texts, names and numbers. */
    public static JsonNode tree(JsonNode node) {
        return tree(node, Recordable::text);
    }

    /**
     * The same.
     *
     * @param words what becomes of each text and name; its result is recorded as it is
     */
    public static JsonNode tree(JsonNode node, UnaryOperator<String> words) {
        if (node.isTextual()) {
            return NODES.textNode(words.apply(node.textValue()));
        }
        if (node.isFloatingPointNumber()) {
            double number = node.doubleValue();
            return Double.isFinite(number) ? NODES.numberNode(number) : NODES.textNode(node.asText());
        }
        if (node instanceof ArrayNode array) {
            ArrayNode clean = NODES.arrayNode();
            array.forEach(item -> clean.add(tree(item, words)));
            return clean;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode clean = NODES.objectNode();
            object.properties().forEach(field -> clean.set(words.apply(field.getKey()), tree(field.getValue(), words)));
            return clean;
        }
        return node;
    }
}
