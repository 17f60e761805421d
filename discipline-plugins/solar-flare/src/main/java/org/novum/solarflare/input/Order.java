package org.novum.solarflare.input;

import java.util.Arrays;
import java.util.Comparator;

/** Orders rows by time and number, so that no result depends on the order of rows in a file. */
public final class Order {
    private Order() {}

    /** Row indices in rising order of the first key, then of the second, then of the row. */
    public static int[] of(long[] first, long[] second) {
        Integer[] rows = new Integer[first.length];
        Arrays.setAll(rows, row -> row);
        Arrays.sort(
                rows,
                Comparator.comparingLong((Integer row) -> first[row])
                        .thenComparingLong(row -> second[row])
                        .thenComparingInt(row -> row));
        return Arrays.stream(rows).mapToInt(Integer::intValue).toArray();
    }

    /** Values in this order. */
    public static long[] longs(long[] values, int[] order) {
        return Arrays.stream(order).mapToLong(row -> values[row]).toArray();
    }

    /** Values in this order. */
    public static double[] doubles(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(row -> values[row]).toArray();
    }

    /** Values in this order. */
    public static String[] texts(String[] values, int[] order) {
        return Arrays.stream(order).mapToObj(row -> values[row]).toArray(String[]::new);
    }
}
