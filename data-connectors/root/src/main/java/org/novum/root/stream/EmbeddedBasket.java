package org.novum.root.stream;

import org.novum.root.file.Cursor;
import org.novum.root.file.Key;

/** A basket that was never written on its own and lies inside its tree (TBasket::Streamer). */
final class EmbeddedBasket {
    private EmbeddedBasket() {}

    /**
     * Reads it.
     *
     * <p>Members: {@code rows}, {@code header} (bytes of the key, from which offsets count), {@code last} (end of the rows'
     * bytes, header included), {@code offsets} of the rows if it has them, {@code content} (header included) if it is here.
     */
    static void read(Cursor cursor, StreamedObject target) {
        Key key = Key.read(cursor);
        int version = cursor.int16();
        cursor.skip(4); // size of the buffer
        if (cursor.int32() < 0) { // room for offsets; negative where features follow
            cursor.skip(1);
        }
        int rows = cursor.int32();
        int last = cursor.int32();
        int flag = cursor.uint8();
        boolean offsetsLeftOut = flag >= 80;
        int kind = offsetsLeftOut ? flag - 80 : flag;
        target.put("rows", (long) rows);
        target.put("header", (long) key.header());
        target.put("last", (long) last);
        if (!offsetsLeftOut && kind != 0 && kind % 10 != 2 && rows > 0) {
            long[] offsets = (long[]) Numbers.array(cursor, 3, cursor.int32());
            if (kind > 20 && kind < 40) {
                for (int i = 0; i < offsets.length; i++) {
                    offsets[i] &= 0xff_ffff; // displacements are kept in the upper byte
                }
            }
            target.put("offsets", offsets);
            if (kind > 40) {
                Numbers.array(cursor, 3, cursor.int32()); // displacements
            }
        }
        if (kind == 1 || kind > 10) {
            int count = version > 1 ? last : cursor.int32();
            target.put("content", cursor.bytes(cursor.count(count, 1)));
        }
    }
}
