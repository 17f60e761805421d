package org.novum.runtime.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Makes foreign values fit to be recorded: what no canonical JSON can hold is replaced, and secrets that the server was given
 * are blotted out wherever they stand in plain.
 *
 * @param secrets values, never names
 */
public record ForeignText(List<String> secrets) {
    private static final int LINE = 300;
    private static final int SHORTEST = 4;
    private static final String BLOT = "(secret)";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Keeps what is long enough to be a secret and not a word that stands everywhere. */
    public ForeignText {
        secrets = secrets.stream().filter(secret -> secret.length() >= SHORTEST).toList();
    }

    @Override
    public String toString() {
        return "ForeignText";
    }

    /** A text as it may be recorded. */
    public String clean(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, BLOT);
        }
        return wellFormed(clean);
    }

    /** A text for a message: one line of bounded length, without control characters and direction marks. */
    public String line(String text) {
        String line = clean(text).replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Z}]+", " ").strip();
        return line.length() <= LINE ? line : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LINE))) + "…";
    }

    /** A tree as it may be recorded. */
    public JsonNode clean(JsonNode node) {
        if (node.isTextual()) {
            return NODES.textNode(clean(node.textValue()));
        }
        if (node.isFloatingPointNumber()) {
            double number = node.doubleValue();
            return Double.isFinite(number) ? NODES.numberNode(number) : NODES.textNode(node.asText());
        }
        if (node instanceof ArrayNode array) {
            ArrayNode clean = NODES.arrayNode();
            array.forEach(item -> clean.add(clean(item)));
            return clean;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode clean = NODES.objectNode();
            object.properties().forEach(field -> clean.set(clean(field.getKey()), clean(field.getValue())));
            return clean;
        }
        return node;
    }

    private static String wellFormed(String text) {
        StringBuilder formed = new StringBuilder(text.length());
        text.codePoints().forEach(point ->
                formed.appendCodePoint(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point));
        return formed.toString();
    }
}
