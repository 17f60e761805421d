package org.novum.cli;

import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.complex.ListVector;
import org.novum.api.data.DataException;

/** Copies values of one part into the type that a column has in all of them. */
final class Widening {
    private Widening() {}

    /**
     * Copies rows.
     *
     * @param to of a type as wide or wider
     * @param part that the rows are of
     * @throws DataException if a whole number is not held by a {@code float64}
     */
    static void copy(FieldVector from, FieldVector to, int rows, String part) {
        to.reset();
        for (int row = 0; row < rows; row++) {
            if (from.isNull(row)) {
                to.setNull(row);
            } else if (from.getMinorType() == to.getMinorType() && !(from instanceof ListVector)) {
                to.copyFromSafe(row, row, from);
            } else if (from instanceof ListVector lists) {
                list(lists, (ListVector) to, row, part);
            } else {
                number(from, row, to, row, part);
            }
        }
        to.setValueCount(rows);
    }

    private static void list(ListVector from, ListVector to, int row, String part) {
        int start = from.getElementStartIndex(row);
        int length = from.getElementEndIndex(row) - start;
        int place = to.startNewValue(row);
        for (int i = 0; i < length; i++) {
            if (from.getDataVector().isNull(start + i)) {
                to.getDataVector().setNull(place + i);
            } else if (from.getDataVector().getMinorType() == to.getDataVector().getMinorType()) {
                to.getDataVector().copyFromSafe(start + i, place + i, from.getDataVector());
            } else {
                number(from.getDataVector(), start + i, to.getDataVector(), place + i, part);
            }
        }
        to.endValue(row, length);
    }

    private static void number(FieldVector from, int at, FieldVector to, int place, String part) {
        long number = ((BaseIntVector) from).getValueAsLong(at);
        switch (to) {
            case IntVector small -> small.setSafe(place, (int) number);
            case BigIntVector large -> large.setSafe(place, number);
            case Float8Vector real -> {
                if ((long) (double) number != number || number == Long.MAX_VALUE) {
                    throw new DataException(
                            part,
                            "column " + from.getName() + " has the number " + number
                                    + ", which no float64 holds, as other parts have the column in",
                            "convert the parts one by one");
                }
                real.setSafe(place, number);
            }
            default -> throw new IllegalStateException("no number is widened to " + to.getField());
        }
    }
}
