package org.novum.tabular;

import org.novum.api.data.ColumnType;
import org.novum.tabular.NumberText.Shape;

/**
 * Counts what the fields of each column look like, and decides the columns' types from all of them.
 *
 * <p>A column is text if it has more words than numbers; blanks and words for missing numbers do not count. So one wrong
 * value does not turn a column of numbers into text, and reading it names the row. Of the columns of numbers those
 * without a point or an exponent anywhere are integers.
 */
final class ColumnTally {
    private static final Shape[] SHAPES = Shape.values();

    private final int columns;
    private final long[] counts;

    ColumnTally(int columns) {
        this.columns = columns;
        this.counts = new long[columns * SHAPES.length];
    }

    /** Counts the fields of a group of rows. */
    void add(FieldCursor group, int rows) {
        for (int column = 0; column < columns; column++) {
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
    }

    /** Adds the counts of other blocks of the table. */
    void add(ColumnTally other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    /** The type of a column. */
    ColumnType type(int column) {
        long fractions = count(column, Shape.FRACTION) + count(column, Shape.DECIMAL_COMMA);
        long numbers = count(column, Shape.INTEGER) + fractions;
        long words = count(column, Shape.TEXT);
        if (words > numbers || numbers == 0 && count(column, Shape.NOT_FINITE) == 0) {
            return ColumnType.TEXT;
        }
        return fractions == 0 && numbers > 0 ? ColumnType.INT64 : ColumnType.FLOAT64;
    }

    private long count(int column, Shape shape) {
        return counts[column * SHAPES.length + shape.ordinal()];
    }
}
