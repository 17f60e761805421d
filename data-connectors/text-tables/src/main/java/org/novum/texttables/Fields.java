package org.novum.texttables;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.novum.tabular.WrittenField;

/** The fields of a table, row after row, as their bytes; what is between them in the file is left out. */
final class Fields {
    private final int columns;
    private byte[] bytes = new byte[1 << 10];
    private int size;
    private int[] ends = new int[1 << 6];
    private int count;
    private int[] lines = new int[1 << 4];
    private int rows;

    Fields(int columns) {
        this.columns = columns;
    }

    /** Adds a field. */
    void add(byte[] text, int start, int end) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        if (size + end - start > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + end - start));
        }
        System.arraycopy(text, start, bytes, size, end - start);
        size += end - start;
        ends[count++] = size;
    }

    /** Adds a field. */
    void add(String text) {
        byte[] field = text.getBytes(StandardCharsets.UTF_8);
        add(field, 0, field.length);
    }

    /** Adds a field that has one character for each of its bytes. */
    void addBytes(String text) {
        byte[] field = text.getBytes(StandardCharsets.ISO_8859_1);
        add(field, 0, field.length);
    }

    /** Ends a row, which must be full. */
    void endRow(int line) {
        if (count != (rows + 1) * columns) {
            throw new IllegalStateException("a row of " + columns + " columns has not its fields");
        }
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, 2 * rows);
        }
        lines[rows++] = line;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** Line of the file that a row stands in. */
    int line(int row) {
        return lines[row];
    }

    WrittenField field(int row, int column) {
        int index = row * columns + column;
        return new WrittenField(bytes, index == 0 ? 0 : ends[index - 1], ends[index]);
    }

    boolean isEmpty(int row, int column) {
        int index = row * columns + column;
        return ends[index] == (index == 0 ? 0 : ends[index - 1]);
    }
}
