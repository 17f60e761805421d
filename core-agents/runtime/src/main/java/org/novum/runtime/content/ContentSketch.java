package org.novum.runtime.content;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * The smallest fingerprints of a file's rows: enough to tell how much two files have in common.
 *
 * <p>A bottom-k sketch (Broder 1997, doi:10.1109/SEQUEN.1997.666900; Beyer et al. 2007, doi:10.1145/1247480.1247504): the
 * fingerprints below the smaller of two sketches' ends are a fair sample of both files, and the share of them that both
 * have estimates how much of the smaller file lies in the other.
 *
 * @param hashes up to {@link #SIZE} different fingerprints, positive and ascending, as big-endian words in Base64
 */
public record ContentSketch(String hashes) {
    /** Fingerprints that are kept. */
    public static final int SIZE = 512;

    /** Files that share more than this part of the smaller one overlap. */
    public static final double OVERLAP = 0.05;

    /** The sketch of these fingerprints, which are ascending and different. */
    public static ContentSketch of(long[] ascending) {
        ByteBuffer bytes = ByteBuffer.allocate(ascending.length * Long.BYTES);
        bytes.asLongBuffer().put(ascending);
        return new ContentSketch(Base64.getEncoder().encodeToString(bytes.array()));
    }

    /** The fingerprints, ascending. */
    public long[] values() {
        byte[] bytes = Base64.getDecoder().decode(hashes);
        long[] values = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(values);
        return values;
    }

    /** Whether two files have more than {@link #OVERLAP} of the smaller one in common, as far as their sketches tell. */
    public boolean overlaps(ContentSketch other) {
        return overlap(values(), other.values());
    }

    /** The same of the fingerprints of two sketches. */
    public static boolean overlap(long[] one, long[] two) {
        long end = Math.min(end(one), end(two));
        int shared = 0;
        int inOne = 0;
        int inTwo = 0;
        while (inOne < one.length && one[inOne] <= end || inTwo < two.length && two[inTwo] <= end) {
            long first = inOne < one.length ? one[inOne] : Long.MAX_VALUE;
            long second = inTwo < two.length ? two[inTwo] : Long.MAX_VALUE;
            shared += first == second ? 1 : 0;
            inOne += first <= second ? 1 : 0;
            inTwo += second <= first ? 1 : 0;
        }
        return shared > OVERLAP * Math.min(inOne, inTwo);
    }

    /** Up to where a sketch knows every fingerprint of its file. */
    private static long end(long[] values) {
        return values.length < SIZE ? Long.MAX_VALUE : values[values.length - 1];
    }
}
