package org.novum.runtime.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * A foreign JSON schema without what a foreign hand should not write: no prose, no addresses, no regular expressions, no loops.
 * Local references are written out. Keywords that are left out make the form wider, never another one: the server checks them.
 *
 * <p>Source: JSON Schema 2020-12, core and validation.
 */
final class PlainSchema {
    private static final Set<String> AS_THEY_ARE = Set.of(
            "type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
            "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties");
    private static final Set<String> OF_SCHEMAS = Set.of("anyOf", "oneOf", "allOf", "prefixItems");
    private static final Set<String> OF_ONE_SCHEMA = Set.of("items", "additionalProperties");
    private static final Set<String> VALUES = Set.of("enum", "const");
    private static final int DEPTH = 16;
    private static final int MOST = 2000;
    private static final int LONGEST = 100;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode root;
    private int size;

    private PlainSchema(JsonNode root) {
        this.root = root;
    }

    /**
     * The schema of an object that is closed to properties that it does not name.
     *
     * @throws IllegalArgumentException saying what cannot be used
     */
    static ObjectNode of(JsonNode schema) {
        if (!(new PlainSchema(schema).plain(schema, 0) instanceof ObjectNode plain)
                || !plain.path("type").asText("object").equals("object")
                || plain.has("anyOf") || plain.has("oneOf") || plain.has("allOf")) {
            throw new IllegalArgumentException("the arguments are not simply an object");
        }
        plain.put("type", "object").put("additionalProperties", false);
        if (!(plain.get("properties") instanceof ObjectNode)) {
            plain.putObject("properties");
        }
        return plain;
    }

    private JsonNode plain(JsonNode node, int depth) {
        if (++size > MOST || depth > DEPTH) {
            throw new IllegalArgumentException("the schema is too large or refers to itself");
        }
        if (node.isBoolean()) {
            return node;
        }
        if (!(node instanceof ObjectNode schema)) {
            throw new IllegalArgumentException("the schema holds something that is no schema");
        }
        if (schema.has("$ref")) {
            return plain(referred(schema.get("$ref").asText()), depth + 1);
        }
        ObjectNode plain = NODES.objectNode();
        schema.properties().forEach(keyword -> put(plain, keyword.getKey(), keyword.getValue(), depth));
        return plain;
    }

    private void put(ObjectNode plain, String keyword, JsonNode value, int depth) {
        if (keyword.equals("type") && !value.isTextual() && !value.isArray()) {
            throw new IllegalArgumentException("the schema has a type that is none");
        }
        if (AS_THEY_ARE.contains(keyword) || VALUES.contains(keyword)) {
            requireShort(value);
            plain.set(keyword, value);
        } else if (OF_ONE_SCHEMA.contains(keyword)) {
            plain.set(keyword, plain(value, depth + 1));
        } else if (OF_SCHEMAS.contains(keyword)) {
            ArrayNode all = plain.putArray(keyword);
            value.forEach(one -> all.add(plain(one, depth + 1)));
        } else if (keyword.equals("required")) {
            requireShort(value);
            ArrayNode names = plain.putArray(keyword);
            value.forEach(name -> names.add(name.asText()));
        } else if (keyword.equals("properties")) {
            ObjectNode all = plain.putObject(keyword);
            value.properties().forEach(property -> {
                requireShort(NODES.textNode(property.getKey()));
                all.set(property.getKey(), plain(property.getValue(), depth + 1));
            });
        }
    }

    /** Long names and values could be prose. */
    private void requireShort(JsonNode value) {
        if (++size > MOST) {
            throw new IllegalArgumentException("the schema is too large or refers to itself");
        }
        if (value.isTextual() && value.textValue().length() > LONGEST) {
            throw new IllegalArgumentException("the schema has a name or value of more than " + LONGEST + " characters");
        }
        value.forEach(this::requireShort);
        value.fieldNames().forEachRemaining(name -> requireShort(NODES.textNode(name)));
    }

    private JsonNode referred(String reference) {
        JsonNode found = reference.equals("#") ? root
                : reference.startsWith("#/") ? root.at(reference.substring(1)) : NODES.missingNode();
        if (found.isMissingNode()) {
            throw new IllegalArgumentException("the schema refers to something outside of it");
        }
        return found;
    }
}
