package org.novum.server;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataSource;

/** Reads the JSON bodies of requests; what is unknown in them is refused by name. */
public final class CallBody {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode tree;

    private CallBody(JsonNode tree) {
        this.tree = tree;
    }

    /**
     * Reads a body; an empty one is an empty object.
     *
     * @param known keys
     * @throws NovumException with {@code USAGE} if it is no JSON object or has other keys
     */
    public static CallBody read(byte[] bytes, Set<String> known) {
        if (bytes.length == 0) {
            return new CallBody(JsonNodeFactory.instance.objectNode());
        }
        try {
            return of(MAPPER.readTree(bytes), known);
        } catch (JsonProcessingException broken) {
            JsonLocation place = broken.getLocation();
            throw wrong(place == null
                    ? "the body is too deep or too long for JSON"
                    : "the body is no JSON: line " + place.getLineNr() + ", column " + place.getColumnNr());
        } catch (IOException broken) {
            throw new UncheckedIOException("memory cannot fail to be read", broken);
        }
    }

    /**
     * Takes a tree that was read elsewhere.
     *
     * @throws NovumException as {@link #read}
     */
    public static CallBody of(JsonNode tree, Set<String> known) {
        if (!tree.isObject()) {
            throw wrong("the body is no JSON object");
        }
        tree.propertyStream().map(Map.Entry::getKey).filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw wrong("'" + key + "' is unknown; known are " + List.copyOf(new TreeSet<>(known)));
        });
        return new CallBody(tree);
    }

    /** The data of a call: {@code in}, {@code columns} and {@code units}. */
    public DataSource source() {
        return new DataSource(texts("in"), map("columns"), map("units"), Map.of());
    }

    /** An object under a key, empty if it is left out. */
    public JsonNode object(String key) {
        JsonNode value = tree.path(key);
        if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
            throw wrong("'" + key + "' is no object");
        }
        return value.isObject() ? value : JsonNodeFactory.instance.objectNode();
    }

    /** A list of texts; one text stands for a list of one. */
    public List<String> texts(String key) {
        JsonNode value = tree.path(key);
        if (value.isTextual()) {
            return List.of(value.textValue());
        }
        if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
            throw wrong("'" + key + "' is no list of texts");
        }
        List<String> texts = new ArrayList<>();
        value.forEach(item -> {
            if (!item.isTextual()) {
                throw wrong("'" + key + "' has an entry that is no text: " + item);
            }
            texts.add(item.textValue());
        });
        return texts;
    }

    /** A whole number, or the usual one if it is left out. */
    public long whole(String key, long usual) {
        JsonNode value = tree.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return usual;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong("'" + key + "' is no whole number of 64 bits");
        }
        return value.longValue();
    }

    private Map<String, String> map(String key) {
        Map<String, String> map = new TreeMap<>();
        object(key).properties().forEach(entry -> {
            if (!entry.getValue().isTextual()) {
                throw wrong("'" + key + "." + entry.getKey() + "' is no text");
            }
            map.put(entry.getKey(), entry.getValue().textValue());
        });
        return map;
    }

    private static NovumException wrong(String problem) {
        return new NovumException(ExitCode.USAGE, problem);
    }
}
