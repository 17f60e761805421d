package org.novum.api.discipline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The types that a parameter of an {@link Operation} may have: how each is described and read. */
sealed interface ParameterType {
    /** How the type is called in messages, with its article. */
    String word();

    /** The JSON schema of a value. */
    ObjectNode schema();

    /** The value as the record wants it; empty if the node does not hold one. */
    Optional<Object> read(JsonNode node);

    /** The node that a word on the command line stands for; empty if it stands for none. */
    Optional<JsonNode> parse(String text);

    /** The type of a record component; empty if operations may not have it. */
    static Optional<ParameterType> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Optional<ParameterType> argument =
                    of(generic.getActualTypeArguments()[0]).filter(found -> !(found instanceof Maybe));
            if (generic.getRawType() == Optional.class) {
                return argument.map(Maybe::new);
            }
            return generic.getRawType() == List.class
                    ? argument.filter(found -> !(found instanceof Sequence)).map(Sequence::new)
                    : Optional.empty();
        }
        if (type == int.class || type == Integer.class) {
            return Optional.of(new Whole32());
        }
        if (type == long.class || type == Long.class) {
            return Optional.of(new Whole64());
        }
        if (type == double.class || type == Double.class) {
            return Optional.of(new Real());
        }
        if (type == boolean.class || type == Boolean.class) {
            return Optional.of(new Truth());
        }
        return type == String.class ? Optional.of(new Text()) : Optional.empty();
    }

    private static ObjectNode schemaOf(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    /** A number of 32 bits without fraction. */
    record Whole32() implements ParameterType {
        @Override
        public String word() {
            return "a whole number of at most 32 bits";
        }

        @Override
        public ObjectNode schema() {
            return schemaOf("integer").put("minimum", Integer.MIN_VALUE).put("maximum", Integer.MAX_VALUE);
        }

        @Override
        public Optional<Object> read(JsonNode node) {
            return node.isIntegralNumber() && node.canConvertToInt() ? Optional.of(node.intValue()) : Optional.empty();
        }

        @Override
        public Optional<JsonNode> parse(String text) {
            return new Whole64().parse(text);
        }
    }

    /** A number of 64 bits without fraction. */
    record Whole64() implements ParameterType {
        @Override
        public String word() {
            return "a whole number of at most 64 bits";
        }

        @Override
        public ObjectNode schema() {
            return schemaOf("integer");
        }

        @Override
        public Optional<Object> read(JsonNode node) {
            return node.isIntegralNumber() && node.canConvertToLong()
                    ? Optional.of(node.longValue())
                    : Optional.empty();
        }

        @Override
        public Optional<JsonNode> parse(String text) {
            return NumberText.whole(text).map(JsonNodeFactory.instance::numberNode);
        }
    }

    /** A finite number. */
    record Real() implements ParameterType {
        @Override
        public String word() {
            return "a finite number";
        }

        @Override
        public ObjectNode schema() {
            return schemaOf("number");
        }

        @Override
        public Optional<Object> read(JsonNode node) {
            return node.isNumber() && Double.isFinite(node.doubleValue())
                    ? Optional.of(node.doubleValue())
                    : Optional.empty();
        }

        @Override
        public Optional<JsonNode> parse(String text) {
            return NumberText.real(text).map(JsonNodeFactory.instance::numberNode);
        }
    }

    /** True or false. */
    record Truth() implements ParameterType {
        @Override
        public String word() {
            return "true or false";
        }

        @Override
        public ObjectNode schema() {
            return schemaOf("boolean");
        }

        @Override
        public Optional<Object> read(JsonNode node) {
            return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
        }

        @Override
        public Optional<JsonNode> parse(String text) {
            return switch (text) {
                case "true" -> Optional.of(JsonNodeFactory.instance.booleanNode(true));
                case "false" -> Optional.of(JsonNodeFactory.instance.booleanNode(false));
                default -> Optional.empty();
            };
        }
    }

    /** Text. */
    record Text() implements ParameterType {
        @Override
        public String word() {
            return "a text";
        }

        @Override
        public ObjectNode schema() {
            return schemaOf("string");
        }

        @Override
        public Optional<Object> read(JsonNode node) {
            return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
        }

        @Override
        public Optional<JsonNode> parse(String text) {
            return Optional.of(JsonNodeFactory.instance.textNode(text));
        }
    }

    /**
     * A list.
     *
     * @param element type of its elements
     */
    record Sequence(ParameterType element) implements ParameterType {
        @Override
        public String word() {
            return "a list, each element " + element.word();
        }

        @Override
        public ObjectNode schema() {
            return schemaOf("array").set("items", element.schema());
        }

        @Override
        public Optional<Object> read(JsonNode node) {
            if (!node.isArray()) {
                return Optional.empty();
            }
            List<Object> values = StreamSupport.stream(node.spliterator(), false)
                    .map(element::read)
                    .flatMap(Optional::stream)
                    .toList();
            return values.size() == node.size() ? Optional.of(values) : Optional.empty();
        }

        /** Elements stand between commas; nothing at all is the empty list. */
        @Override
        public Optional<JsonNode> parse(String text) {
            var array = JsonNodeFactory.instance.arrayNode();
            if (text.isBlank()) {
                return Optional.of(array);
            }
            for (String word : text.split(",", -1)) {
                Optional<JsonNode> node = element.parse(word.strip());
                if (node.isEmpty()) {
                    return Optional.empty();
                }
                array.add(node.get());
            }
            return Optional.of(array);
        }
    }

    /**
     * Something that may be left out.
     *
     * @param element type of it when it is there
     */
    record Maybe(ParameterType element) implements ParameterType {
        @Override
        public String word() {
            return element.word();
        }

        @Override
        public ObjectNode schema() {
            return element.schema();
        }

        @Override
        public Optional<Object> read(JsonNode node) {
            return element.read(node).map(Optional::of);
        }

        @Override
        public Optional<JsonNode> parse(String text) {
            return element.parse(text);
        }
    }
}
