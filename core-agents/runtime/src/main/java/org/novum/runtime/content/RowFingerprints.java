package org.novum.runtime.content;

import java.util.Arrays;
import java.util.List;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.novum.runtime.partition.SplitMix;

/**
 * Fingerprints of rows that do not depend on the order of rows or columns, on the columns' names, or on how numbers are
 * written.
 *
 * <p>The different fractional numbers of a row are rounded to {@value #KEPT_BITS} significant bits and sorted; every three
 * neighbours make one fingerprint. So most fingerprints of a row survive when a column is added or left out, and three
 * numbers of some five digits each do not meet again by chance. A row with fewer fractional numbers has one fingerprint, of
 * all its numbers.
 */
final class RowFingerprints {
    private static final int KEPT_BITS = 16;
    private static final int DROPPED_BITS = 52 - KEPT_BITS;
    private static final int NEIGHBOURS = 3;

    private final SmallestHashes smallest;
    private double[] numbers = new double[0];
    private double[] fractions = new double[0];

    RowFingerprints(SmallestHashes smallest) {
        this.smallest = smallest;
    }

    /** Adds the rows of a batch whose columns are numbers. */
    void add(List<FieldVector> columns, int rows) {
        numbers = new double[columns.size()];
        fractions = new double[columns.size()];
        for (int row = 0; row < rows; row++) {
            int count = 0;
            for (FieldVector column : columns) {
                if (!column.isNull(row)) {
                    numbers[count++] = value(column, row);
                }
            }
            add(count);
        }
    }

    private static double value(FieldVector column, int row) {
        return switch (column) {
            case Float8Vector fractions -> fractions.get(row);
            case BigIntVector integers -> integers.get(row);
            case IntVector integers -> integers.get(row);
            default -> throw new IllegalArgumentException("no number: " + column.getField());
        };
    }

    private void add(int count) {
        if (count == 0) {
            return;
        }
        int fractional = differentFractions(count);
        if (fractional < NEIGHBOURS) {
            Arrays.sort(numbers, 0, count);
            smallest.add(hash(0, count));
            return;
        }
        for (int first = 0; first + NEIGHBOURS <= fractional; first++) {
            smallest.add(hash(first, first + NEIGHBOURS));
        }
    }

    /** Moves the different fractional numbers to the front, rounded and ascending, if they are enough; else changes nothing. */
    private int differentFractions(int count) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            if (numbers[i] != Math.rint(numbers[i])) {
                fractions[found++] = rounded(numbers[i]);
            }
        }
        Arrays.sort(fractions, 0, found);
        int different = 0;
        for (int i = 0; i < found; i++) {
            if (i == 0 || fractions[i] != fractions[i - 1]) {
                fractions[different++] = fractions[i];
            }
        }
        if (different >= NEIGHBOURS) {
            System.arraycopy(fractions, 0, numbers, 0, different);
        }
        return different;
    }

    private long hash(int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            hash = SplitMix.chain(hash, Double.doubleToLongBits(rounded(numbers[i]) + 0.0));
        }
        return hash;
    }

    /** A number with few enough digits that it is the same however it was printed; whole numbers stay what they are. */
    private static double rounded(double value) {
        if (value == Math.rint(value)) {
            return value;
        }
        long bits = Double.doubleToLongBits(value) + (1L << DROPPED_BITS - 1);
        return Double.longBitsToDouble(bits & -1L << DROPPED_BITS);
    }
}
