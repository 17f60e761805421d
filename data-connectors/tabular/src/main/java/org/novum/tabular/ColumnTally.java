package org.novum.tabular;

import java.util.List;
import org.novum.api.data.ColumnType;
import org.novum.tabular.NumberText.Shape;

/**
 * Counts what the fields of each column look like, and decides the columns' types.
 *
 * <p>A column is text if it has more words than numbers, or a good many words: twenty, and one to ten numbers; blanks and words for
 * missing numbers do not count. So a few wrong values do not turn a column of numbers into text, and reading it names the row.
 * Lists are text too: numbers with semicolons between them, and whole numbers beside fewer pairs of them, such as
 * {@code "11073,11077"} in a table that commas separate.
 * Of the columns of numbers those without a point or an exponent anywhere are integers.
 *
 * <p>Within a block the first group of rows is looked at in full, and so are all groups of the table's first block. A
 * column that has shown fractions there and is not text, or that is text, is settled for the block, since the rows that
 * follow could only change its type by overturning that majority; any other column is looked at in every row. Blocks
 * depend on the bytes alone, and so do the types.
 */
public final class ColumnTally {
    private static final Shape[] SHAPES = Shape.values();
    private static final int MANY_WORDS = 20;
    private static final int NUMBERS_TO_A_WORD = 10;

    private final Header header;
    private final int columns;
    private final long[] counts;

    ColumnTally(Header header) {
        this.header = header;
        this.columns = header.names().size();
        this.counts = new long[columns * SHAPES.length];
    }

    /** For fields that another reader cuts, where blanks separate them. */
    public static ColumnTally ofFields(List<String> names) {
        return new ColumnTally(new Header((byte) ' ', names));
    }

    /** Counts a field of a column. */
    public void add(int column, WrittenField field) {
        counts[column * SHAPES.length + field.shape().ordinal()]++;
    }

    /** Counts the fields of a group of rows, all of them. */
    void addAll(FieldCursor group, int rows) {
        for (int column = 0; column < columns; column++) {
            add(group, rows, column);
        }
    }

    /** Counts the fields of a group of rows in the columns that are not settled yet. */
    void addUnsettled(FieldCursor group, int rows) {
        for (int column = 0; column < columns; column++) {
            if (!isSettled(column)) {
                add(group, rows, column);
            }
        }
    }

    private void add(FieldCursor group, int rows, int column) {
        byte[] bytes = group.block.bytes;
        int[] separators = group.separators;
        int integers = 0;
        int fractions = 0;
        for (int field = column; field < rows * columns; field += columns) {
            Shape shape = NumberText.shape(bytes, separators[field] + 1, separators[field + 1]);
            if (shape == Shape.FRACTION) {
                fractions++;
            } else if (shape == Shape.INTEGER) {
                integers++;
            } else {
                counts[column * SHAPES.length + shape.ordinal()]++;
            }
        }
        counts[column * SHAPES.length + Shape.FRACTION.ordinal()] += fractions;
        counts[column * SHAPES.length + Shape.INTEGER.ordinal()] += integers;
    }

    /** Adds the counts of other blocks of the table. */
    void add(ColumnTally other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    private boolean isSettled(int column) {
        return type(column) == ColumnType.FLOAT64 && fractions(column) > 0
                || type(column) == ColumnType.TEXT && count(column, Shape.TEXT) > count(column, Shape.INTEGER) + fractions(column);
    }

    /** The type of a column, of what was counted. */
    public ColumnType type(int column) {
        long fractions = fractions(column);
        long numbers = count(column, Shape.INTEGER) + fractions;
        long words = count(column, Shape.TEXT);
        boolean wordy = words > numbers || words >= MANY_WORDS && words * NUMBERS_TO_A_WORD > numbers;
        if (wordy || hasLists(column) || numbers == 0 && count(column, Shape.NOT_FINITE) == 0) {
            return ColumnType.TEXT;
        }
        return fractions == 0 && numbers > 0 ? ColumnType.INT64 : ColumnType.FLOAT64;
    }

    private boolean hasLists(int column) {
        if (count(column, Shape.LIST) > 0) {
            return true;
        }
        long pairs = count(column, Shape.DECIMAL_COMMA);
        return header.delimiter() == ',' && pairs > 0 && pairs <= count(column, Shape.INTEGER) && count(column, Shape.FRACTION) == 0;
    }

    private long fractions(int column) {
        return count(column, Shape.FRACTION) + count(column, Shape.DECIMAL_COMMA);
    }

    private long count(int column, Shape shape) {
        return counts[column * SHAPES.length + shape.ordinal()];
    }
}
