package org.novum.solarflare.region;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.novum.solarflare.input.PatchRows;
import org.novum.solarflare.input.UtcTime;

/**
 * Training rows in stretches of time with about as many rows each; a patch belongs to that of its first row.
 *
 * @param rows of the table
 * @param patch life of the patch of each
 * @param fold stretch of each
 */
record Stretches(int[] rows, Life[] patch, int[] fold) {
    /** A region crosses the disk in a fortnight: patches further apart in time than this are none of one region. */
    private static final long EMBARGO = 14 * UtcTime.DAY;

    /**
     * When a patch was seen.
     *
     * @param first seconds since 1970
     * @param last seconds since 1970
     */
    record Life(long first, long last) {
        private Life with(Life other) {
            return new Life(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    /** Cuts the rows into stretches. */
    static Stretches of(PatchRows table, int[] rows, int folds) {
        TreeMap<Long, Life> lives = new TreeMap<>();
        for (int row : rows) {
            lives.merge(table.patch()[row], new Life(table.time()[row], table.time()[row]), Life::with);
        }
        Life[] patch = Arrays.stream(rows).mapToObj(row -> lives.get(table.patch()[row])).toArray(Life[]::new);
        long[] sorted = Arrays.stream(patch).mapToLong(Life::first).sorted().toArray();
        int[] fold = Arrays.stream(patch)
                .mapToInt(life -> (int) IntStream.range(1, folds)
                        .filter(f -> life.first() >= sorted[(int) ((long) f * sorted.length / folds)])
                        .count())
                .toArray();
        return new Stretches(rows, patch, fold);
    }

    /** Indices of the rows of a stretch. */
    int[] inside(int which) {
        return IntStream.range(0, rows.length).filter(i -> fold[i] == which).toArray();
    }

    /**
     * Indices of the rows that may train a model which forecasts a stretch: of patches that were not seen while one of the
     * stretch was, nor in the fortnights before and after. So no region stands on both sides, under whatever patch number.
     */
    int[] outside(int which) {
        int[] inside = inside(which);
        long from = Arrays.stream(inside).mapToLong(i -> patch[i].first()).min().orElse(Long.MAX_VALUE / 2) - EMBARGO;
        long until = Arrays.stream(inside).mapToLong(i -> patch[i].last()).max().orElse(Long.MIN_VALUE / 2) + EMBARGO;
        return IntStream.range(0, rows.length)
                .filter(i -> fold[i] != which && (patch[i].last() < from || patch[i].first() > until))
                .toArray();
    }
}
