package org.novum.statistics.multiple;

import java.util.Arrays;
import org.novum.statistics.StatisticsException;

/** Which hypotheses of a batch a procedure rejected (accepted as discoveries). */
public final class Rejections {
    private final int size;
    private final int[] indices;

    private Rejections(int size, int[] indices) {
        this.size = size;
        this.indices = indices;
    }

    /** Returns the rejection of the first {@code count} hypotheses of an order over {@code order.length} hypotheses. */
    public static Rejections ofFirst(int[] order, int count) {
        int[] indices = Arrays.copyOf(order, count);
        Arrays.sort(indices);
        return new Rejections(order.length, indices);
    }

    /** Returns the number of hypotheses in the batch. */
    public int size() {
        return size;
    }

    /** Returns the number of rejected hypotheses. */
    public int count() {
        return indices.length;
    }

    /** Returns the indices of the rejected hypotheses, rising. */
    public int[] indices() {
        return indices.clone();
    }

    /** Returns whether hypothesis {@code index} was rejected. */
    public boolean contains(int index) {
        if (index < 0 || index >= size) {
            throw new StatisticsException("hypothesis " + index + " is not in a batch of " + size);
        }
        return Arrays.binarySearch(indices, index) >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rejections that && size == that.size && Arrays.equals(indices, that.indices);
    }

    @Override
    public int hashCode() {
        return 31 * size + Arrays.hashCode(indices);
    }

    @Override
    public String toString() {
        return "Rejections of " + Arrays.toString(indices) + " among " + size;
    }
}
