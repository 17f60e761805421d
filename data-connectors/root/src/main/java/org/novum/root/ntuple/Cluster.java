package org.novum.root.ntuple;

import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive entries of an ntuple and where their pages are.
 *
 * @param first entry
 * @param entries how many there are
 * @param columns pages of each column, in the order of the columns' ids
 */
record Cluster(long first, long entries, List<Pages> columns) {
    /**
     * Pages of one column.
     *
     * @param suppressed whether another representation of the column is the one that was written
     */
    record Pages(List<Page> pages, boolean suppressed) {
        /** How many elements they hold. */
        long elements() {
            return pages.stream().mapToLong(Page::elements).sum();
        }
    }

    /**
     * Elements that are compressed together.
     *
     * @param checksum whether one follows on disk
     */
    record Page(int elements, boolean checksum, LittleCursor.Locator at) {}

    /** Reads a page list: its clusters, in order. */
    static List<Cluster> read(LittleCursor cursor) {
        cursor.int64(); // checksum of the header
        List<long[]> ranges = new ArrayList<>();
        LittleCursor.Frame summaries = cursor.list();
        for (int i = 0; i < summaries.items(); i++) {
            LittleCursor.Frame frame = cursor.record();
            long first = cursor.int64();
            long entries = cursor.int64();
            if ((entries >>> 56 & 1) != 0) {
                throw cursor.damaged("it has sharded clusters, which RNTuple 1.0 reserves");
            }
            ranges.add(new long[] {first, entries & 0xff_ffff_ffff_ffffL});
            cursor.leave(frame);
        }
        cursor.leave(summaries);
        List<Cluster> clusters = new ArrayList<>();
        LittleCursor.Frame outer = cursor.list();
        if (outer.items() != ranges.size()) {
            throw cursor.damaged("it lists pages of " + outer.items() + " clusters and entries of " + ranges.size());
        }
        for (long[] range : ranges) {
            clusters.add(new Cluster(range[0], range[1], columns(cursor)));
        }
        cursor.leave(outer);
        return clusters;
    }

    private static List<Pages> columns(LittleCursor cursor) {
        List<Pages> columns = new ArrayList<>();
        LittleCursor.Frame list = cursor.list();
        for (int i = 0; i < list.items(); i++) {
            LittleCursor.Frame inner = cursor.list();
            List<Page> pages = new ArrayList<>();
            for (int page = 0; page < inner.items(); page++) {
                int elements = cursor.int32();
                if (elements == Integer.MIN_VALUE) {
                    throw cursor.damaged("a page has a number of elements that cannot be");
                }
                pages.add(new Page(Math.abs(elements), elements < 0, cursor.locator()));
            }
            boolean suppressed = cursor.int64() < 0;
            cursor.leave(inner);
            columns.add(new Pages(List.copyOf(pages), suppressed));
        }
        cursor.leave(list);
        return columns;
    }
}
