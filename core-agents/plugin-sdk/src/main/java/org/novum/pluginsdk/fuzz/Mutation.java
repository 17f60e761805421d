package org.novum.pluginsdk.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Damage to files, the same for the same seed: bits turned over, bytes and runs of them taken out, doubled, moved and brought
 * from other files, ends cut off, and numbers that parsers fear, binary in both byte orders and as text.
 */
final class Mutation {
    private static final int MOST_CHANGES = 4;
    private static final int LONGEST_RUN = 64;
    private static final long[] FEARED = {
        0, 1, -1, 2, 127, 128, 255, 0x7fff, 0x8000, 0xffff, 0x1000_0000, 0x4000_0000, 0x7fff_ffff, 0x8000_0000L, 0xffff_ffffL,
        1L << 40, 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE
    };
    private static final List<String> NUMERALS = List.of(
            "0", "-1", "1", "255", "65536", "2147483647", "2147483648", "4294967296", "9223372036854775807",
            "9223372036854775808", "99999999999999999999999", "1e400", "-1e-400", "NaN", "1,5");

    private final SplittableRandom random;
    private byte[] bytes;

    private Mutation(byte[] bytes, SplittableRandom random) {
        this.bytes = bytes;
        this.random = random;
    }

    /**
     * A damaged copy.
     *
     * @param seed what is damaged
     * @param other what pieces may come from
     */
    static byte[] of(byte[] seed, byte[] other, SplittableRandom random) {
        Mutation mutation = new Mutation(seed.clone(), random);
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int change = 0; change < changes && mutation.bytes.length > 0; change++) {
            mutation.change(other);
        }
        return mutation.bytes;
    }

    private void change(byte[] other) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(16)) {
            case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2, 3 -> bytes[at] = (byte) random.nextInt(256);
            case 4, 5, 6 -> number(at, FEARED[random.nextInt(FEARED.length)]);
            case 7 -> number(at, bytes.length - random.nextInt(200));
            case 8 -> number(at, random.nextLong());
            case 9 -> overwrite(at, bytes);
            case 10 -> overwrite(at, other);
            case 11 -> replace(at, run(bytes.length - at), new byte[0]);
            case 12 -> replace(at, 0, piece(random.nextBoolean() ? bytes : other));
            case 13, 14 -> numeral(at);
            default -> rare(at);
        }
    }

    /** What leaves little of a file is done seldom, so that other damage is looked at too. */
    private void rare(int at) {
        switch (random.nextInt(4)) {
            case 0 -> bytes = Arrays.copyOf(bytes, at);
            case 1 -> Arrays.fill(bytes, at, at + run(bytes.length - at), (byte) random.nextInt(256));
            case 2 -> bytes = Arrays.copyOf(bytes, bytes.length + run(LONGEST_RUN));
            default -> number(at, random.nextInt());
        }
    }

    /** Writes a number of one, two, four or eight bytes, the most significant first or last. */
    private void number(int at, long value) {
        int width = 1 << random.nextInt(4);
        boolean mostFirst = random.nextBoolean();
        for (int i = 0; i < width && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >> Byte.SIZE * (mostFirst ? width - 1 - i : i));
        }
    }

    private void overwrite(int at, byte[] source) {
        byte[] piece = piece(source);
        System.arraycopy(piece, 0, bytes, at, Math.min(piece.length, bytes.length - at));
    }

    /** The next digits of the text become another number, in their place or pushing what follows away. */
    private void numeral(int at) {
        int from = at;
        while (from < bytes.length && !isDigit(bytes[from])) {
            from++;
        }
        int to = from;
        while (to < bytes.length && isDigit(bytes[to])) {
            to++;
        }
        byte[] text = NUMERALS.get(random.nextInt(NUMERALS.size())).getBytes(StandardCharsets.US_ASCII);
        if (random.nextBoolean()) {
            replace(from, to - from, text);
        } else {
            int start = Math.max(0, to - text.length);
            System.arraycopy(text, 0, bytes, start, Math.min(text.length, bytes.length - start));
        }
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }

    private byte[] piece(byte[] source) {
        int from = random.nextInt(source.length);
        return Arrays.copyOfRange(source, from, from + run(source.length - from));
    }

    private int run(int most) {
        return Math.min(1 + random.nextInt(LONGEST_RUN), most);
    }

    private void replace(int at, int count, byte[] by) {
        byte[] changed = new byte[bytes.length - count + by.length];
        System.arraycopy(bytes, 0, changed, 0, at);
        System.arraycopy(by, 0, changed, at, by.length);
        System.arraycopy(bytes, at + count, changed, at + by.length, bytes.length - at - count);
        bytes = changed;
    }
}
