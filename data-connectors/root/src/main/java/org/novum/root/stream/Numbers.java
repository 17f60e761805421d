package org.novum.root.stream;

import org.novum.root.file.Cursor;

/** Numbers by their streamer type ({@code TVirtualStreamerInfo::EReadWrite}). */
final class Numbers {
    private Numbers() {}

    static boolean isNumber(int type) {
        return width(type) > 0;
    }

    /** Bytes that a number of this type takes, or 0 if it is none. */
    static int width(int type) {
        return switch (type) {
            case 1, 10, 11, 18 -> 1;
            case 2, 12 -> 2;
            case 3, 5, 6, 13, 15 -> 4;
            case 4, 8, 14, 16, 17 -> 8; // long is eight bytes on disk everywhere
            default -> 0;
        };
    }

    static Object read(Cursor cursor, int type) {
        return switch (type) {
            case 5 -> (double) Float.intBitsToFloat(cursor.int32());
            case 8 -> Double.longBitsToDouble(cursor.int64());
            default -> integer(cursor, type);
        };
    }

    private static long integer(Cursor cursor, int type) {
        return switch (type) {
            case 1, 10 -> cursor.int8();
            case 11, 18 -> cursor.uint8();
            case 2 -> cursor.int16();
            case 12 -> cursor.int16() & 0xffff;
            case 3, 6 -> cursor.int32();
            case 13, 15 -> cursor.int32() & 0xffff_ffffL;
            default -> cursor.int64();
        };
    }

    static Object array(Cursor cursor, int type, long stated) {
        int count = cursor.count(stated, width(type));
        if (type == 5 || type == 8) {
            double[] values = new double[count];
            for (int i = 0; i < count; i++) {
                values[i] = (double) read(cursor, type);
            }
            return values;
        }
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = integer(cursor, type);
        }
        return values;
    }
}
