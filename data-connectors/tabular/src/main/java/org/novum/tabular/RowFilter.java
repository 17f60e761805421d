package org.novum.tabular;

import java.util.Arrays;
import java.util.List;

/**
 * Keeps the rows whose fields equal given values, all of them.
 *
 * <p>A field equals a value if it is the same text, or if both are numbers and the numbers are equal ({@code 1} equals
 * {@code 1.0}).
 */
record RowFilter(List<Condition> conditions) {
    /** Keeps every row. */
    static final RowFilter ALL = new RowFilter(List.of());

    /** Copies the list. */
    RowFilter {
        conditions = List.copyOf(conditions);
    }

    /**
     * One condition.
     *
     * @param column its index in the file
     * @param value to be equal to
     * @param number the same as a number, or NaN
     */
    record Condition(int column, String value, double number) {
        static Condition of(int column, String value) {
            byte[] padded = (" ".repeat(NumberText.PADDING) + value).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            return new Condition(column, value, NumberText.decimal(padded, NumberText.PADDING, padded.length));
        }

        boolean holds(byte[] bytes, int start, int end) {
            return number == NumberText.decimal(bytes, start, end) && Math.abs(number) < 1L << 53
                    || value.equals(FieldText.of(bytes, start, end));
        }
    }

    /** The rows of a group that are kept, as indices within the group, ascending. */
    int[] kept(FieldCursor group, int rows) {
        int[] kept = new int[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            if (keeps(group, row * group.columns)) {
                kept[count++] = row;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** How many rows of a group are kept. */
    int count(FieldCursor group, int rows) {
        return conditions.isEmpty() ? rows : kept(group, rows).length;
    }

    private boolean keeps(FieldCursor group, int firstField) {
        for (Condition condition : conditions) {
            int field = firstField + condition.column;
            if (!condition.holds(group.block.bytes, group.separators[field] + 1, group.separators[field + 1])) {
                return false;
            }
        }
        return true;
    }
}
