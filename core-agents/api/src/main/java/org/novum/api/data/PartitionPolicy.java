package org.novum.api.data;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * How a dataset is split into rows to explore and rows that confirm; registered once per experiment.
 *
 * <p>The assignment of a row depends on its key and the experiment's name alone: not on the run's seed, the file's bytes
 * or the order of rows.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "policy")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PartitionPolicy.WholeSample.class, name = "whole-sample"),
    @JsonSubTypes.Type(value = PartitionPolicy.ByKey.class, name = "by-key"),
    @JsonSubTypes.Type(value = PartitionPolicy.ByTime.class, name = "by-time"),
    @JsonSubTypes.Type(value = PartitionPolicy.ByBlock.class, name = "by-block"),
    @JsonSubTypes.Type(value = PartitionPolicy.ByTurn.class, name = "by-turn")
})
public sealed interface PartitionPolicy {
    /**
     * Nothing is explored; a registered test may confirm on all rows, once.
     *
     * @param reason why no exploration is needed
     */
    record WholeSample(String reason) implements PartitionPolicy {}

    /**
     * Rows are assigned by a hash of key columns: an event, an object, a region.
     *
     * @param keyColumns whose values together identify what must not be split
     * @param explorationFraction of the keys, in (0, 1)
     * @param confirmationSlices into how many disjoint slices the rest is cut; each registered round opens one more
     */
    record ByKey(List<String> keyColumns, double explorationFraction, int confirmationSlices)
            implements PartitionPolicy {
        /** Checks the numbers and copies the list. */
        public ByKey {
            keyColumns = List.copyOf(keyColumns);
            if (keyColumns.isEmpty() || !(explorationFraction > 0 && explorationFraction < 1)
                    || confirmationSlices < 1) {
                throw new IllegalArgumentException(
                        "a partition by key needs key columns, an exploration fraction in (0, 1) and at least one slice");
            }
        }
    }

    /**
     * Rows before a date are explored, the others confirm: forecasts are tested on what came later.
     *
     * <p>An object that is seen on both sides of the date is on both sides of the split; a discipline whose objects live
     * long keeps a distance between what it learns from and the date.
     *
     * @param timeColumns the columns that may hold a row's time, as text {@code yyyy-mm-dd...}; a part is split by the
     *     first of them that it has
     * @param cut the first date that confirms, {@code yyyy-mm-dd}
     */
    record ByTime(List<String> timeColumns, String cut) implements PartitionPolicy {
        /** Checks the date and copies the list. */
        public ByTime {
            timeColumns = List.copyOf(timeColumns);
            if (timeColumns.isEmpty() || !cut.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                throw new IllegalArgumentException(
                        "a partition by time needs time columns and a date of the form yyyy-mm-dd, not " + cut);
            }
        }
    }

    /**
     * Rows are explored and confirm in turn, for objects that were measured several times: of each, the measurements of even
     * number are explored, and the others confirm, so that an object with two or more has some on both sides.
     *
     * <p>Parts without the column, such as a table about the objects, are explored whole and confirm nothing.
     *
     * @param turnColumn whole numbers: the number of the measurement among those of its object, from 0
     */
    record ByTurn(String turnColumn) implements PartitionPolicy {
        /** Whether the measurement of this number is explored; it confirms otherwise. */
        public boolean explores(long turn) {
            return turn % 2 == 0;
        }
    }

    /**
     * Each row is cut along an axis, for objects of which each is all the data there is: blocks of a spectrum's wavelengths
     * are explored and confirm in turn, the same blocks in every row.
     *
     * <p>Block {@code b} holds the elements whose {@code (log10(position) - origin) / width} lies in [b, b + 1). Blocks of
     * even number are explored, the others confirm. A handle shows every row; in its lists, but for the axis itself, the
     * elements of the other blocks are not-a-number, or 0 in lists of whole numbers. Parts without the axis, such as a
     * table about the rows, are explored whole and confirm nothing.
     *
     * @param axisColumn list of positions, positive
     * @param origin decimal logarithm of the position where block 0 begins
     * @param width of a block in the decimal logarithm of the position
     */
    record ByBlock(String axisColumn, double origin, double width) implements PartitionPolicy {
        /** Checks the numbers. */
        public ByBlock {
            if (!(width > 0) || !Double.isFinite(origin)) {
                throw new IllegalArgumentException("a partition by block needs an origin and a positive width");
            }
        }

        /** Whether an element at a position is explored; it confirms otherwise. */
        public boolean explores(double position) {
            return (long) Math.floor((StrictMath.log10(position) - origin) / width) % 2 == 0;
        }
    }
}
