package org.novum.tabular;

import java.math.BigInteger;

/**
 * Rounds a decimal number of up to 19 digits to the nearest double.
 *
 * <p>Source: D. Lemire, "Number parsing at a gigabyte per second", Software: Practice and Experience 51 (2021) 1700,
 * arXiv:2101.11408. Where its 128-bit product cannot decide, or the result is subnormal or out of the table, the caller
 * must ask {@link Double#parseDouble(String)}.
 */
final class DecimalRounding {
    private static final int LOWEST = -100;
    private static final int HIGHEST = 100;
    private static final long[] POWERS = powersOfFive();
    private static final int FRACTION_BITS = 52;
    private static final int SPARE = 64 - FRACTION_BITS - 3;

    private DecimalRounding() {}

    /**
     * The double nearest to {@code mantissa * 10^exponent}, or NaN where this method cannot say.
     *
     * @param mantissa as an unsigned number
     * @param exponent of ten
     */
    static double nearest(long mantissa, int exponent) {
        if (mantissa == 0) {
            return 0;
        }
        if (exponent < LOWEST || exponent > HIGHEST) {
            return Double.NaN;
        }
        int leading = Long.numberOfLeadingZeros(mantissa);
        long shifted = mantissa << leading;
        int index = 2 * (exponent - LOWEST);
        long high = Math.unsignedMultiplyHigh(shifted, POWERS[index]);
        long low = shifted * POWERS[index];
        long undecided = (1L << SPARE) - 1;
        if ((high & undecided) == undecided) {
            long more = Math.unsignedMultiplyHigh(shifted, POWERS[index + 1]);
            low += more;
            if (Long.compareUnsigned(more, low) > 0) {
                high++;
            }
            if (low == -1L) {
                return Double.NaN;
            }
        }
        int upper = (int) (high >>> 63);
        long bits = high >>> upper + SPARE;
        int binary = ((217706 * exponent) >> 16) + 63 + upper - leading + 1023;
        if (binary <= 0 || binary >= 0x7FE) {
            return Double.NaN;
        }
        boolean halfway = Long.compareUnsigned(low, 1) <= 0 && exponent >= -4 && exponent <= 23 && (bits & 3) == 1;
        if (halfway && bits << upper + SPARE == high) {
            bits &= ~1L;
        }
        bits = bits + (bits & 1) >>> 1;
        if (bits >= 2L << FRACTION_BITS) {
            bits = 1L << FRACTION_BITS;
            binary++;
        }
        return Double.longBitsToDouble((long) binary << FRACTION_BITS | bits & (1L << FRACTION_BITS) - 1);
    }

    /** The most significant 128 bits of each power of five, rounded down, those of negative powers rounded up. */
    private static long[] powersOfFive() {
        long[] powers = new long[2 * (HIGHEST - LOWEST + 1)];
        for (int exponent = LOWEST; exponent <= HIGHEST; exponent++) {
            BigInteger power = BigInteger.valueOf(5).pow(Math.abs(exponent));
            BigInteger bits;
            if (exponent >= 0) {
                bits = power.shiftLeft(128).shiftRight(power.bitLength());
            } else {
                int size = power.subtract(BigInteger.ONE).bitLength();
                int shift = exponent >= -27 ? size + 127 : 2 * size + 128;
                bits = BigInteger.ONE.shiftLeft(shift).divide(power).add(BigInteger.ONE);
                bits = bits.shiftRight(Math.max(0, bits.bitLength() - 128));
            }
            int index = 2 * (exponent - LOWEST);
            powers[index] = bits.shiftRight(64).longValue();
            powers[index + 1] = bits.longValue();
        }
        return powers;
    }
}
