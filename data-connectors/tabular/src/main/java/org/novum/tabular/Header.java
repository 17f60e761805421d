package org.novum.tabular;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.novum.api.data.DataException;
import org.novum.tabular.NumberText.Shape;

/**
 * The first line of a table.
 *
 * @param delimiter between fields: comma, semicolon or tab, whichever the line has most of outside quotes
 * @param names of the columns, in order, without surrounding spaces; one without a name is called {@code column N}
 */
record Header(byte delimiter, List<String> names) {
    private static final byte[] DELIMITERS = {',', ';', '\t'};

    /** Copies the list. */
    Header {
        names = List.copyOf(names);
    }

    /**
     * Reads the header from a table's first block and moves the block's start behind it.
     *
     * @param block that begins with the file's first byte
     * @param label what messages call the file
     * @throws DataException if this is no table, or its header cannot be used
     */
    static Header take(Block block, String label) {
        FileKind.requireTable(block, label);
        byte[] bytes = block.bytes;
        int at = block.start;
        if (block.end - at >= 3 && bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBB
                && bytes[at + 2] == (byte) 0xBF) {
            at += 3;
        }
        while (at < block.end && (bytes[at] == '#' || bytes[at] == '\n' || bytes[at] == '\r')) {
            at = lineEnd(block, at) + 1;
        }
        if (at >= block.end) {
            throw empty(label);
        }
        int end = recordEnd(block, at);
        int last = end > at && bytes[end - 1] == '\r' ? end - 1 : end;
        Header header = parse(bytes, at, last, label);
        block.start = Math.min(end + 1, block.end);
        return header;
    }

    /** The message for a file that has nothing in it. */
    static DataException empty(String label) {
        return new DataException(
                label, "the file is empty", "a table needs a line of column names and rows below it; get the file again");
    }

    private static Header parse(byte[] bytes, int from, int to, String label) {
        byte delimiter = delimiter(bytes, from, to);
        List<String> names = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        int numbers = 0;
        int start = from;
        boolean inside = false;
        for (int at = from; at <= to; at++) {
            if (at < to && bytes[at] == '"') {
                inside = !inside;
            }
            if (at == to || bytes[at] == delimiter && !inside) {
                numbers += isNumber(NumberText.text(bytes, start, at)) ? 1 : 0;
                String name = name(bytes, start, at, label);
                name = name.isEmpty() ? "column " + (names.size() + 1) : name;
                if (!seen.add(name)) {
                    throw new DataException(
                            label + ", header",
                            "two columns are called '" + Texts.shown(name) + "'",
                            "give every column its own name");
                }
                names.add(name);
                start = at + 1;
            }
        }
        if (numbers == names.size()) {
            throw new DataException(
                    label + ", row 1",
                    "the first line holds numbers where column names must be",
                    "add a line with the names of the columns");
        }
        return new Header(delimiter, names);
    }

    private static byte delimiter(byte[] bytes, int from, int to) {
        int[] counts = new int[DELIMITERS.length];
        boolean inside = false;
        for (int at = from; at < to; at++) {
            inside ^= bytes[at] == '"';
            for (int i = 0; i < DELIMITERS.length && !inside; i++) {
                counts[i] += bytes[at] == DELIMITERS[i] ? 1 : 0;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS[best];
    }

    private static String name(byte[] bytes, int from, int to, String label) {
        String name;
        try {
            name = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString().strip();
        } catch (CharacterCodingException e) {
            throw new DataException(
                    label + ", header", "the column names are not UTF-8 text", Utf8.REMEDY, e);
        }
        if (name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"")) {
            name = name.substring(1, name.length() - 1).replace("\"\"", "\"").strip();
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new DataException(
                    label + ", header",
                    "a column name holds control characters, or lines end with carriage returns alone",
                    "save the table as text whose lines end with line feeds");
        }
        return name;
    }

    private static boolean isNumber(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Shape shape = GeneralNumber.shape(bytes, 0, bytes.length);
        return shape == Shape.INTEGER || shape == Shape.FRACTION;
    }

    private static int lineEnd(Block block, int from) {
        int at = from;
        while (at < block.end && block.bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static int recordEnd(Block block, int from) {
        boolean inside = false;
        int at = from;
        while (at < block.end && (inside || block.bytes[at] != '\n')) {
            inside ^= block.bytes[at] == '"';
            at++;
        }
        return at;
    }
}
