package org.novum.root.column;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.novum.api.data.DataException;

/** Numbers of one type as they lie in decompressed bytes. */
public final class Elements {
    private final Scalar scalar;
    private final ByteBuffer bytes;
    private final String where;

    /**
     * @param scalar their type
     * @param bytes that hold them; read-only and in the numbers' order of bytes
     * @param where file and column, for messages
     */
    private Elements(Scalar scalar, ByteBuffer bytes, String where) {
        this.scalar = scalar;
        this.bytes = bytes;
        this.where = where;
    }

    /** Numbers of a tree: the most significant byte comes first. */
    public static Elements bigEndian(Scalar scalar, byte[] bytes, String where) {
        return new Elements(scalar, ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN), where);
    }

    /** Numbers of an ntuple: the least significant byte comes first. */
    public static Elements littleEndian(Scalar scalar, byte[] bytes, String where) {
        return new Elements(scalar, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), where);
    }

    /** Their type. */
    public Scalar scalar() {
        return scalar;
    }

    /** How many bytes there are. */
    public int size() {
        return bytes.capacity();
    }

    /** A floating-point number. */
    private double real(int at) {
        return switch (scalar) {
            case FLOAT16 -> Float.float16ToFloat(bytes.getShort(at));
            case FLOAT32 -> bytes.getFloat(at);
            case FLOAT64 -> bytes.getDouble(at);
            default -> integer(at);
        };
    }

    /**
     * An integer.
     *
     * @param at place of its first byte
     * @throws DataException if it is 2^63 or more
     */
    public long integer(int at) {
        return switch (scalar) {
            case INT8 -> bytes.get(at);
            case BOOL -> bytes.get(at) == 0 ? 0 : 1;
            case UINT8 -> bytes.get(at) & 0xff;
            case INT16 -> bytes.getShort(at);
            case UINT16 -> bytes.getShort(at) & 0xffff;
            case INT32 -> bytes.getInt(at);
            case UINT32 -> bytes.getInt(at) & 0xffff_ffffL;
            case INT64 -> bytes.getLong(at);
            case UINT64 -> signed(bytes.getLong(at));
            case FLOAT16, FLOAT32, FLOAT64 -> throw new IllegalStateException(scalar + " is no integer");
        };
    }

    private long signed(long value) {
        if (value < 0) {
            throw new DataException(
                    where, "the value " + Long.toUnsignedString(value) + " is 2^63 or more", "leave the column out");
        }
        return value;
    }

    /**
     * Writes numbers that lie side by side, widened to the column's type.
     *
     * @param at place of the first byte
     * @param count of numbers
     * @param target in the machine's order of bytes, at the place of the first
     */
    void copy(int at, int count, ByteBuffer target) {
        int width = scalar.width();
        switch (scalar.list()) {
            case FLOAT64_LIST -> {
                for (int i = 0; i < count; i++) {
                    target.putDouble(real(at + i * width));
                }
            }
            case INT64_LIST -> {
                for (int i = 0; i < count; i++) {
                    target.putLong(integer(at + i * width));
                }
            }
            case INT32_LIST -> {
                for (int i = 0; i < count; i++) {
                    target.putInt((int) integer(at + i * width));
                }
            }
            case INT8_LIST -> {
                for (int i = 0; i < count; i++) {
                    target.put((byte) integer(at + i * width));
                }
            }
            case FLOAT64, INT64, INT32, TEXT -> throw new IllegalStateException(scalar.list() + " is no list");
        }
    }

    /** Writes numbers of at most 32 bits, widened to 32 bits whatever they are in lists. */
    void copyAsInts(int at, int count, ByteBuffer target) {
        int width = scalar.width();
        for (int i = 0; i < count; i++) {
            target.putInt((int) integer(at + i * width));
        }
    }
}
