package org.novum.root.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.novum.api.data.DataException;

/**
 * A place in big-endian bytes that were written by ROOT's TBuffer.
 *
 * <p>Every step is checked before it is taken: whoever reads past the end or counts on more than is there gets a
 * {@link DataException} that names file and object.
 */
public final class Cursor {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private final String where;
    private int at;

    /**
     * @param bytes to read from the first
     * @param where file and object, for messages
     */
    public Cursor(byte[] bytes, String where) {
        this.bytes = bytes;
        this.where = where;
    }

    /** How many bytes are before this place. */
    public int position() {
        return at;
    }

    /** How many bytes are left. */
    public int remaining() {
        return bytes.length - at;
    }

    /** File and object, for messages. */
    public String where() {
        return where;
    }

    /** Goes to a place, which may be the end. */
    public void seek(long position) {
        if (position < 0 || position > bytes.length) {
            throw damaged("it refers to byte " + position + " of " + bytes.length);
        }
        at = (int) position;
    }

    /** The same cursor, at another place. */
    public Cursor at(long position) {
        seek(position);
        return this;
    }

    /** Goes over bytes that do not matter. */
    public void skip(long count) {
        seek(at + count);
    }

    /** Goes over bytes that must be there. */
    public void bytesAhead(int count) {
        step(count);
    }

    /** A signed byte. */
    public byte int8() {
        return bytes[step(1)];
    }

    /** An unsigned byte. */
    public int uint8() {
        return int8() & 0xff;
    }

    /** A signed 16-bit integer. */
    public short int16() {
        return (short) SHORT.get(bytes, step(2));
    }

    /** A signed 32-bit integer. */
    public int int32() {
        return (int) INT.get(bytes, step(4));
    }

    /** A 64-bit integer. */
    public long int64() {
        return (long) LONG.get(bytes, step(8));
    }

    /** A place in the file, of four bytes or of eight. */
    public long pointer(int width) {
        return width == 8 ? int64() : int32() & 0xffff_ffffL;
    }

    /** A copy of the next bytes. */
    public byte[] bytes(int count) {
        int start = step(count);
        return java.util.Arrays.copyOfRange(bytes, start, start + count);
    }

    /** A TString: its length in one byte, or in five. */
    public String text() {
        int length = uint8();
        if (length == 255) {
            length = int32();
        }
        int start = step(length);
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }

    /** Text that ends with a zero byte. */
    public String cString() {
        int start = at;
        while (int8() != 0) {
            if (at - start > 4096) {
                throw damaged("a name in it does not end");
            }
        }
        return new String(bytes, start, at - start - 1, StandardCharsets.UTF_8);
    }

    /**
     * Checks a count before room is made for what is counted.
     *
     * @param count that the file states
     * @param width bytes that each of them takes at least
     */
    public int count(long count, int width) {
        if (count < 0 || count > remaining() / Math.max(width, 1)) {
            throw damaged("it counts " + count + " things where " + remaining() + " bytes are left");
        }
        return (int) count;
    }

    /** What is wrong here, and what to do. */
    public DataException damaged(String problem) {
        return new DataException(where, problem + " (at byte " + at + ")", "the file is damaged: get it again");
    }

    private int step(int count) {
        if (count < 0 || count > bytes.length - at) {
            throw damaged("it ends too early: " + count + " bytes are wanted and " + remaining() + " are left");
        }
        int start = at;
        at += count;
        return start;
    }
}
