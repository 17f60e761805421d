package org.novum.root.written;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow, in either order. */
public final class Out {
    private static final int BYTE_COUNT = 0x4000_0000;

    private ByteBuffer bytes;

    /** @param order of bytes in numbers */
    public Out(ByteOrder order) {
        bytes = ByteBuffer.allocate(1024).order(order);
    }

    static Out big() {
        return new Out(ByteOrder.BIG_ENDIAN);
    }

    public int size() {
        return bytes.position();
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private ByteBuffer room(int count) {
        if (bytes.remaining() < count) {
            int size = Math.max(2 * bytes.capacity(), bytes.position() + count);
            bytes = ByteBuffer.allocate(size).order(bytes.order()).put(bytes.flip());
        }
        return bytes;
    }

    public Out int8(int value) {
        room(1).put((byte) value);
        return this;
    }

    public Out int16(int value) {
        room(2).putShort((short) value);
        return this;
    }

    public Out int32(long value) {
        room(4).putInt((int) value);
        return this;
    }

    public Out int64(long value) {
        room(8).putLong(value);
        return this;
    }

    public Out real32(double value) {
        room(4).putFloat((float) value);
        return this;
    }

    public Out real64(double value) {
        room(8).putDouble(value);
        return this;
    }

    public Out raw(byte[] more) {
        room(more.length).put(more);
        return this;
    }

    public Out letters(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A TString. */
    public Out text(String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        if (letters.length < 255) {
            int8(letters.length);
        } else {
            int8(255).int32(letters.length);
        }
        return raw(letters);
    }

    public Out patch32(int at, long value) {
        bytes.putInt(at, (int) value);
        return this;
    }

    public Out patch64(int at, long value) {
        bytes.putLong(at, value);
        return this;
    }

    /** Begins an object; {@link #end} states how long it is. */
    int begin(int version) {
        int at = size();
        int32(0).int16(version);
        return at;
    }

    Out end(int at) {
        return patch32(at, BYTE_COUNT | size() - at - 4);
    }

    /** A TNamed. */
    Out named(String name, String title) {
        int at = begin(1);
        int16(1).int32(0).int32(0x0200_0000);
        return text(name).text(title).end(at);
    }

    /** A pointer to an object of a class that is named each time. */
    int beginPointer(String className) {
        int at = size();
        int32(0).int32(-1).letters(className).int8(0);
        return at;
    }
}
