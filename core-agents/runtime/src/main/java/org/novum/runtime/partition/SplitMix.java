package org.novum.runtime.partition;

/**
 * The 64-bit finaliser of SplitMix64, chained over words: a hash that is the same on every machine.
 *
 * <p>Source: Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195.
 */
public final class SplitMix {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private SplitMix() {}

    /** The hash of everything before, and one more word. */
    public static long chain(long before, long word) {
        return mix(before + GOLDEN_GAMMA ^ word);
    }

    /** Spreads a word over all 64 bits; one to one. */
    public static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
