package org.novum.root.ntuple;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novum.root.column.Scalar;

/**
 * Turns the bytes of a page into plain little-endian numbers (RNTuple Binary Format Specification 1.0, "Column
 * Description"): split bytes, zigzag and delta undone, packed bits spread.
 */
final class PageDecoder {
    private PageDecoder() {}

    /** What the columns of a type hold; empty for indices, switches and types that are not known. */
    static Optional<Scalar> scalar(int type) {
        return Optional.ofNullable(number(type));
    }

    private static @Nullable Scalar number(int type) {
        return switch (type) {
            case 0x00 -> Scalar.BOOL;
            case 0x01, 0x04 -> Scalar.UINT8;
            case 0x02, 0x03 -> Scalar.INT8;
            case 0x05, 0x11 -> Scalar.INT16;
            case 0x06, 0x12 -> Scalar.UINT16;
            case 0x07, 0x13 -> Scalar.INT32;
            case 0x08, 0x14 -> Scalar.UINT32;
            case 0x09, 0x15 -> Scalar.INT64;
            case 0x0A, 0x16 -> Scalar.UINT64;
            case 0x0B, 0x17 -> Scalar.FLOAT16;
            case 0x0C, 0x18, 0x1C, 0x1D -> Scalar.FLOAT32;
            case 0x0D, 0x19 -> Scalar.FLOAT64;
            default -> null;
        };
    }

    /** Whether a column holds the ends of collections. */
    static boolean isIndex(int type) {
        return type == 0x0E || type == 0x0F || type == 0x1A || type == 0x1B;
    }

    /** Bytes of an element once it is decoded. */
    static int width(Schema.Column column) {
        return isIndex(column.type())
                ? (column.type() == 0x0E || column.type() == 0x1A ? 4 : 8)
                : scalar(column.type()).map(Scalar::width).orElse(0);
    }

    /** Bits of an element in a page, or 0 if the column states another number than its type has. */
    static int bits(Schema.Column column) {
        int least = switch (column.type()) {
            case 0x00, 0x1D -> 1;
            case 0x1C -> 10;
            default -> 8 * width(column);
        };
        int most = switch (column.type()) {
            case 0x00 -> 1;
            case 0x1C -> 31;
            case 0x1D -> 32;
            default -> 8 * width(column);
        };
        return column.bits() >= least && column.bits() <= most ? column.bits() : 0;
    }

    /**
     * Decodes a page.
     *
     * @param page decompressed
     * @param count of elements, which the page is long enough for
     * @param target takes them at its position
     */
    static void decode(Schema.Column column, byte[] page, int count, ByteBuffer target) {
        int width = width(column);
        switch (column.type()) {
            case 0x00 -> {
                for (int i = 0; i < count; i++) {
                    target.put((byte) (page[i >> 3] >> (i & 7) & 1));
                }
            }
            case 0x1C -> {
                for (int i = 0; i < count; i++) {
                    target.putInt((int) packed(page, i, column.bits()) << 32 - column.bits());
                }
            }
            case 0x1D -> {
                double scale = (column.max() - column.min()) / ((1L << column.bits()) - 1);
                for (int i = 0; i < count; i++) {
                    target.putFloat((float) (packed(page, i, column.bits()) * scale + column.min()));
                }
            }
            case 0x11, 0x13, 0x15 -> zigzag(split(page, count, width), width, target);
            case 0x12, 0x14, 0x16, 0x17, 0x18, 0x19 -> target.put(split(page, count, width));
            case 0x1A, 0x1B -> delta(split(page, count, width), width, target);
            default -> target.put(page, 0, count * width);
        }
    }

    /** Element {@code i} of a stream of bits, the lowest bit of the first byte first. */
    private static long packed(byte[] page, int i, int bits) {
        long first = (long) i * bits;
        int at = (int) (first >>> 3);
        long word = 0;
        for (int b = 0; b < 5 && at + b < page.length; b++) {
            word |= (page[at + b] & 0xffL) << 8 * b;
        }
        return word >>> (first & 7) & (1L << bits) - 1;
    }

    /** All first bytes, then all second ones, put together again. */
    private static byte[] split(byte[] page, int count, int width) {
        byte[] joined = new byte[count * width];
        for (int b = 0; b < width; b++) {
            int from = b * count;
            for (int i = 0, to = b; i < count; i++, to += width) {
                joined[to] = page[from + i];
            }
        }
        return joined;
    }

    private static void zigzag(byte[] values, int width, ByteBuffer target) {
        ByteBuffer source = ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN);
        while (source.hasRemaining()) {
            switch (width) {
                case 2 -> {
                    int value = source.getShort() & 0xffff;
                    target.putShort((short) (value >>> 1 ^ -(value & 1)));
                }
                case 4 -> {
                    int value = source.getInt();
                    target.putInt(value >>> 1 ^ -(value & 1));
                }
                default -> {
                    long value = source.getLong();
                    target.putLong(value >>> 1 ^ -(value & 1));
                }
            }
        }
    }

    private static void delta(byte[] values, int width, ByteBuffer target) {
        ByteBuffer source = ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN);
        long sum = 0;
        while (source.hasRemaining()) {
            if (width == 4) {
                sum += source.getInt();
                target.putInt((int) sum);
            } else {
                sum += source.getLong();
                target.putLong(sum);
            }
        }
    }
}
