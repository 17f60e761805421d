package org.novum.runtime.content;

import java.util.Arrays;

/** Keeps the smallest different ones of many hashes, in whatever order they come. */
final class SmallestHashes {
    private static final int ROOM = 8;

    private final long[] kept = new long[ROOM * ContentSketch.SIZE];
    private int count;
    private long limit = Long.MAX_VALUE;

    /** Adds one; the sign bit is not looked at. */
    void add(long hash) {
        long positive = hash >>> 1;
        if (positive < limit) {
            kept[count++] = positive;
            if (count == kept.length) {
                shrink();
            }
        }
    }

    /** The smallest ones, ascending. */
    long[] ascending() {
        shrink();
        return Arrays.copyOf(kept, count);
    }

    private void shrink() {
        Arrays.sort(kept, 0, count);
        int different = 0;
        for (int i = 0; i < count && different < ContentSketch.SIZE; i++) {
            if (different == 0 || kept[i] != kept[different - 1]) {
                kept[different++] = kept[i];
            }
        }
        count = different;
        if (count == ContentSketch.SIZE) {
            limit = kept[count - 1];
        }
    }
}
