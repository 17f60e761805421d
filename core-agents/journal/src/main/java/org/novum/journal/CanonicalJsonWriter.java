package org.novum.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.novum.api.ExitCode;

/** Writes trees; our own because no setting of Jackson's fixes numbers, escapes and key order together. */
final class CanonicalJsonWriter {

    private enum Layout {
        COMPACT,
        PRETTY
    }

    private final StringBuilder out = new StringBuilder();
    private final Layout layout;

    private CanonicalJsonWriter(Layout layout) {
        this.layout = layout;
    }

    static byte[] compact(JsonNode tree) {
        CanonicalJsonWriter writer = new CanonicalJsonWriter(Layout.COMPACT);
        writer.value(tree, "");
        return writer.utf8();
    }

    static byte[] pretty(JsonNode tree) {
        CanonicalJsonWriter writer = new CanonicalJsonWriter(Layout.PRETTY);
        writer.value(tree, "");
        writer.out.append('\n');
        return writer.utf8();
    }

    private void value(JsonNode node, String pointer) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node, pointer);
            case ARRAY -> array(node, pointer);
            case STRING -> string(node.textValue(), pointer);
            case BINARY -> string(node.asText(), pointer);
            case NUMBER -> out.append(number(node, pointer));
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL -> out.append("null");
            case MISSING, POJO ->
                throw new JournalException(
                        ExitCode.SOFTWARE, "%s: %s has no JSON form".formatted(at(pointer), node.getNodeType()));
        }
    }

    private void object(JsonNode node, String pointer) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        if (layout == Layout.COMPACT) {
            Collections.sort(keys);
        }
        out.append('{');
        String separator = "";
        for (String key : keys) {
            out.append(separator);
            String inner = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            newLine(depth(inner));
            string(key, inner);
            out.append(layout == Layout.PRETTY ? ": " : ":");
            value(node.get(key), inner);
            separator = ",";
        }
        close(keys.isEmpty() ? 0 : 1, pointer, '}');
    }

    private void array(JsonNode node, String pointer) {
        out.append('[');
        String separator = "";
        for (int i = 0; i < node.size(); i++) {
            out.append(separator);
            String inner = pointer + "/" + i;
            newLine(depth(inner));
            value(node.get(i), inner);
            separator = ",";
        }
        close(node.size(), pointer, ']');
    }

    private void close(int size, String pointer, char bracket) {
        if (size > 0) {
            newLine(depth(pointer));
        }
        out.append(bracket);
    }

    private void newLine(int depth) {
        if (layout == Layout.PRETTY) {
            out.append('\n').repeat("  ", depth);
        }
    }

    /** The pointer escapes slashes inside keys, so it counts the levels. */
    private static int depth(String pointer) {
        return (int) pointer.chars().filter(c -> c == '/').count();
    }

    private static String number(JsonNode node, String pointer) {
        return switch (node.numberType()) {
            case INT, LONG, BIG_INTEGER -> node.bigIntegerValue().toString();
            case DOUBLE -> finite(node.doubleValue(), pointer);
            case FLOAT -> {
                finite(node.doubleValue(), pointer);
                // The shortest text of the float, not of the double next to it.
                yield Double.toString(Double.parseDouble(Float.toString(node.floatValue())));
            }
            case BIG_DECIMAL -> decimal(node.decimalValue(), pointer);
        };
    }

    private static String finite(double number, String pointer) {
        if (!Double.isFinite(number)) {
            throw new JournalException(
                    ExitCode.SOFTWARE,
                    "%s: JSON has no %s; leave the field out or write null".formatted(at(pointer), number));
        }
        return Double.toString(number);
    }

    private static String decimal(BigDecimal number, String pointer) {
        String text = finite(number.doubleValue(), pointer);
        if (new BigDecimal(text).compareTo(number) != 0) {
            throw new JournalException(
                    ExitCode.SOFTWARE,
                    "%s: no double holds the decimal %s; write it as a text".formatted(at(pointer), number));
        }
        return text;
    }

    private void string(String text, String pointer) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
        if (text.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            encode(text, pointer);
        }
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < 0x20) {
                    out.append("\\u%04x".formatted((int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }

    private byte[] utf8() {
        return encode(out, "");
    }

    private static byte[] encode(CharSequence text, String pointer) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new JournalException(
                    ExitCode.SOFTWARE, at(pointer) + ": a text with half a surrogate pair has no UTF-8 form", e);
        }
    }

    private static String at(String pointer) {
        return pointer.isEmpty() ? "at the top of the value" : "at " + pointer;
    }
}
