package org.novum.statistics.bootstrap;

/** A number computed from a selection of rows; rows may repeat. */
@FunctionalInterface
public interface IndexStatistic {
    /**
     * Computes the statistic.
     *
     * @param rows indices of the selected rows; use the same rows of two columns and the bootstrap is paired
     */
    double of(int[] rows);
}
