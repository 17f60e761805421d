package org.novum.root.stream;

import org.novum.root.file.Cursor;

/**
 * What an object begins with.
 *
 * @param version of its class
 * @param end where it ends, or -1 where that is not said
 */
record Head(int version, int end) {
    private static final int BYTE_COUNT = 0x4000_0000;
    private static final int REFERENCED = 1 << 4;

    static Head read(Cursor cursor) {
        int start = cursor.position();
        int count = cursor.remaining() >= 4 ? cursor.int32() : 0;
        if ((count & BYTE_COUNT) == 0 || count < 0) {
            cursor.seek(start);
            return new Head(cursor.int16(), -1);
        }
        long end = start + 4L + (count & ~BYTE_COUNT);
        if (end > cursor.position() + (long) cursor.remaining()) {
            throw cursor.damaged("an object in it reaches beyond the end");
        }
        return new Head(cursor.int16(), (int) end);
    }

    /** Goes over the checksum that stands for the version of a class that has none. */
    void skipChecksum(Cursor cursor) {
        if (version <= 0 && end >= 0) {
            cursor.skip(4);
        }
    }

    /** Goes to where the object ends. */
    void finish(Cursor cursor) {
        if (end >= 0) {
            if (cursor.position() > end) {
                throw cursor.damaged("an object in it is shorter than its members");
            }
            cursor.seek(end);
        }
    }

    /** Goes over a TObject. */
    static void skipPlainObject(Cursor cursor) {
        Head head = read(cursor);
        cursor.skip(4); // an id
        if ((cursor.int32() & REFERENCED) != 0) {
            cursor.skip(2);
        }
        head.finish(cursor);
    }
}
