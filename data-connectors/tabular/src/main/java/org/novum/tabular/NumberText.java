package org.novum.tabular;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Numbers written in decimal, as bytes of a larger buffer.
 *
 * <p>Values are correctly rounded: the same bits as {@link Double#parseDouble(String)}. Up to 16 characters are handled
 * eight at a time within a machine word; where the digits fit 53 bits and the power of ten is at most 22, one division
 * rounds once (Clinger, PLDI 1990); else {@link DecimalRounding} decides.
 *
 * <p>The 16 bytes before a number must belong to the buffer; what they hold does not matter.
 */
final class NumberText {
    /** Bytes that must precede the first number of a buffer. */
    static final int PADDING = 16;

    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ZEROS = '0' * ONES;
    /** A dot less the zero digit, in the sense of exclusive or. */
    private static final long DOT = '.' ^ '0';
    private static final long DOTS = DOT * ONES;
    private static final long EXACT = 1L << 53;
    /** No, one, two … places behind the point, and from 16 on the same for negative numbers. */
    private static final double[] DIVISORS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
        -1e0, -1e1, -1e2, -1e3, -1e4, -1e5, -1e6, -1e7, -1e8, -1e9, -1e10, -1e11, -1e12, -1e13, -1e14, -1e15
    };
    private static final int NEGATIVE = 16;

    private NumberText() {}

    /** What a field holds. */
    enum Shape {
        /** Digits with an optional sign. */
        INTEGER,
        /** A finite decimal number with a point or an exponent. */
        FRACTION,
        /** Nothing, or spaces, or strokes that say so. */
        BLANK,
        /** A word that stands for a missing or infinite number. */
        NOT_FINITE,
        /** A number but for a comma in place of the point. */
        DECIMAL_COMMA,
        /** Several numbers with semicolons between them. */
        LIST,
        /** Anything else. */
        TEXT
    }

    /** What the field from start (inclusive) to end (exclusive) holds. */
    static Shape shape(byte[] bytes, int start, int end) {
        int count = end - start;
        if (count <= 0 || count > 16) {
            return GeneralNumber.shape(bytes, start, end);
        }
        count -= isMinus(bytes[start]);
        long low = word(bytes, end - 8);
        long dots;
        boolean digits;
        if (count <= 8) {
            low = last(low, count);
            if (count > 0 && areDigits(low)) {
                return Shape.INTEGER;
            }
            dots = find(low);
            digits = areDigits(dotAsZero(low, dots));
        } else {
            long high = last(word(bytes, end - 16), count - 8);
            long highDots = find(high);
            long lowDots = find(low);
            dots = highDots | lowDots;
            digits = areDigits(dotAsZero(low, lowDots)) && areDigits(dotAsZero(high, highDots))
                    && (lowDots == 0 || highDots == 0);
        }
        int fraction = dots == 0 ? 0 : 1;
        if (!digits || count <= fraction) {
            return GeneralNumber.shape(bytes, start, end);
        }
        return fraction == 0 ? Shape.INTEGER : Shape.FRACTION;
    }

    /** The number in the field, or NaN if it holds none or one that is too large. */
    static double decimal(byte[] bytes, int start, int end) {
        int length = end - start;
        if (length <= 0 || length > 16) {
            return GeneralNumber.decimal(bytes, start, end);
        }
        int minus = isMinus(bytes[start]);
        int count = length - minus;
        if (count > 8) {
            return longDecimal(bytes, start, end);
        }
        long low = last(word(bytes, end - 8), count);
        int divisor = minus * NEGATIVE;
        long dot = find(low);
        if (dot != 0) {
            int shift = shift(dot);
            low = withoutByte(low, shift);
            divisor += 7 - (shift >>> 3);
            count--;
        }
        if (count <= 0 || !areDigits(low)) {
            return GeneralNumber.decimal(bytes, start, end);
        }
        return eightDigits(low) / DIVISORS[divisor & 31];
    }

    private static double longDecimal(byte[] bytes, int start, int end) {
        int minus = isMinus(bytes[start]);
        long low = word(bytes, end - 8);
        long high = last(word(bytes, end - 16), end - start - minus - 8);
        int divisor = minus * NEGATIVE;
        long highDot = find(high);
        if (highDot != 0) {
            int shift = shift(highDot);
            high = withoutByte(high, shift);
            divisor += 15 - (shift >>> 3);
        } else {
            long lowDot = find(low);
            if (lowDot != 0) {
                int shift = shift(lowDot);
                low = withoutByte(low, shift) | high >>> 56;
                high <<= 8;
                divisor += 7 - (shift >>> 3);
            }
        }
        long mantissa = eightDigits(high) * 100_000_000L + eightDigits(low);
        if (!areDigits(low) || !areDigits(high) || mantissa > EXACT) {
            return GeneralNumber.decimal(bytes, start, end);
        }
        return mantissa / DIVISORS[divisor];
    }

    /**
     * The integer in the field, or {@link Long#MIN_VALUE} if it holds none that fits, or if it holds exactly that; ask
     * {@link GeneralNumber#isMinimum} then.
     */
    static long integer(byte[] bytes, int start, int end) {
        int length = end - start;
        if (length <= 0 || length > 16) {
            return GeneralNumber.integer(bytes, start, end);
        }
        int minus = isMinus(bytes[start]);
        int count = length - minus;
        long low = word(bytes, end - 8);
        long high = 0;
        if (count <= 8) {
            low = last(low, count);
        } else {
            high = last(word(bytes, end - 16), count - 8);
        }
        if (count == 0 || !areDigits(low) || !areDigits(high)) {
            return GeneralNumber.integer(bytes, start, end);
        }
        long value = eightDigits(high) * 100_000_000L + eightDigits(low);
        return (value ^ -minus) + minus;
    }

    /** The bytes as text, for messages and values. */
    static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** Eight characters, the first in the lowest byte, each less the zero digit: digits are their values. */
    private static long word(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at) ^ ZEROS;
    }

    /** 1 for a minus sign, otherwise 0, without a branch: signs of momenta cannot be predicted. */
    private static int isMinus(byte first) {
        return (first ^ '-') - 1 >>> 31;
    }

    /** Keeps the last 1 to 8 characters of a word, with zeros before them; of none, any. */
    private static long last(long word, int count) {
        return word & -1L << -8 * count;
    }

    /** The high bit of the first byte that is a dot, and perhaps of later ones; 0 if there is none. */
    private static long find(long word) {
        long difference = word ^ DOTS;
        return difference - ONES & ~difference & HIGH_BITS;
    }

    /** Puts a zero in place of the dot that was found first, if any. */
    private static long dotAsZero(long word, long found) {
        return word ^ (Long.lowestOneBit(found) >>> 7) * DOT;
    }

    /** Eight times the index of the first byte found. */
    private static int shift(long found) {
        return Long.numberOfTrailingZeros(found) & 0x38;
    }

    /** Takes a character out; those before it move up and a zero comes first. */
    private static long withoutByte(long word, int shift) {
        long before = word & (1L << shift) - 1;
        return word & -256L << shift | before << 8;
    }

    /** True if all eight bytes are at most 9: adding 0x76 reaches the high bit from 10 on. */
    private static boolean areDigits(long word) {
        return ((word + 0x7676767676767676L | word) & HIGH_BITS) == 0;
    }

    /** The value of eight digits, the first in the lowest byte: three multiplications (Lemire, 2022). */
    private static long eightDigits(long digits) {
        long pairs = digits * 2561 >>> 8;
        long fours = (pairs & 0x00FF00FF00FF00FFL) * 6553601 >>> 16;
        return (fours & 0x0000FFFF0000FFFFL) * 42949672960001L >>> 32;
    }
}
