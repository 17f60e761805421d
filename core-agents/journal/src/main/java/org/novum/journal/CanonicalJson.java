package org.novum.journal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * One byte form for each JSON value, so that equal values have equal digests.
 *
 * <p>Keys are sorted by UTF-16 code unit and strings escaped as in RFC 8785 (JSON Canonicalization Scheme), without
 * white space, in UTF-8. Numbers differ from RFC 8785 so that whole and fractional numbers stay apart: integers of any
 * size are written in full ({@code 1}), doubles as {@link Double#toString(double)} gives them ({@code 1.0}, {@code
 * 1.0E10}), the shortest text that reads back as the same double. NaN, infinities and decimals that no double holds are
 * refused, as are lone surrogates. Reading refuses duplicate keys and trailing text.
 */
public final class CanonicalJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private CanonicalJson() {}

    /**
     * The canonical bytes of a tree.
     *
     * @throws JournalException when it holds what JSON cannot, naming the place as a JSON pointer
     */
    public static byte[] bytes(JsonNode tree) {
        return CanonicalJsonWriter.compact(tree);
    }

    /** The canonical bytes of a record, list or map, as Jackson sees it. */
    public static byte[] bytes(Object value) {
        return bytes(tree(value));
    }

    /** Digest of the canonical bytes of a tree. */
    public static Digest digest(JsonNode tree) {
        return Digest.of(bytes(tree));
    }

    /** Digest of the canonical bytes of a record, list or map, as Jackson sees it. */
    public static Digest digest(Object value) {
        return Digest.of(bytes(value));
    }

    /**
     * The form for files that people read: two spaces of indentation, a line feed at the end, keys in the order of the
     * tree. Equal trees with equal order of keys give equal bytes.
     */
    public static byte[] pretty(JsonNode tree) {
        return CanonicalJsonWriter.pretty(tree);
    }

    /** A record, list or map as a tree: record components in order of declaration, map entries in order of key. */
    public static JsonNode tree(Object value) {
        try {
            return MAPPER.valueToTree(value);
        } catch (IllegalArgumentException e) {
            throw new JournalException(
                    "a %s cannot be written as JSON: %s"
                            .formatted(value.getClass().getSimpleName(), e.getMessage()),
                    e);
        }
    }

    /**
     * Reads one JSON value in UTF-8.
     *
     * @throws JournalException when it is not exactly one, naming line and column
     */
    public static JsonNode parse(byte[] bytes) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new JournalException(
                    "not JSON at line %d, column %d: %s"
                            .formatted(
                                    e.getLocation() == null
                                            ? 1
                                            : e.getLocation().getLineNr(),
                                    e.getLocation() == null
                                            ? 1
                                            : e.getLocation().getColumnNr(),
                                    e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new JournalException("not JSON: " + e.getMessage(), e);
        }
        if (tree.isMissingNode()) {
            throw new JournalException("not JSON: the text is empty");
        }
        return tree;
    }

    /** Reads one JSON value in UTF-8 as a record. */
    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return MAPPER.treeToValue(parse(bytes), type);
        } catch (JsonProcessingException e) {
            throw new JournalException(
                    "not the JSON of a %s: %s".formatted(type.getSimpleName(), e.getOriginalMessage()), e);
        }
    }
}
