package org.novum.root.ntuple;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.novum.api.data.DataException;

/** A place in the little-endian bytes of an envelope; every step is checked before it is taken. */
final class LittleCursor {
    private final ByteBuffer bytes;
    private final String where;

    /** @param where file and envelope, for messages */
    LittleCursor(byte[] bytes, int length, String where) {
        this.bytes = ByteBuffer.wrap(bytes, 0, length).order(ByteOrder.LITTLE_ENDIAN);
        this.where = where;
    }

    int uint16() {
        return require(2).getShort() & 0xffff;
    }

    int int32() {
        return require(4).getInt();
    }

    long uint32() {
        return int32() & 0xffff_ffffL;
    }

    long int64() {
        return require(8).getLong();
    }

    double real64() {
        return require(8).getDouble();
    }

    String text() {
        int length = int32();
        if (length < 0 || length > bytes.remaining()) {
            throw damaged("a name of " + (length & 0xffff_ffffL) + " bytes does not fit into it");
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    boolean isBefore(Frame frame) {
        return bytes.position() < frame.end;
    }

    /**
     * A stretch with its length in front.
     *
     * @param end where it ends
     * @param items of a list, or -1 of a record
     */
    record Frame(int end, int items) {}

    /** Enters a frame of one record. */
    Frame record() {
        Frame frame = frame();
        if (frame.items >= 0) {
            throw damaged("a list is where a record should be");
        }
        return frame;
    }

    /** Enters a list. */
    Frame list() {
        Frame frame = frame();
        if (frame.items < 0) {
            throw damaged("a record is where a list should be");
        }
        return frame;
    }

    private Frame frame() {
        int start = bytes.position();
        long size = int64();
        long length = Math.abs(size);
        if (length < 8 || length > bytes.limit() - start) {
            throw damaged("a frame of " + length + " bytes does not fit into it");
        }
        int end = (int) (start + length);
        if (size > 0) {
            return new Frame(end, -1);
        }
        int items = int32();
        if (items < 0 || items > end - bytes.position()) {
            throw damaged("a list counts " + (items & 0xffff_ffffL) + " items in " + (end - bytes.position()) + " bytes");
        }
        return new Frame(end, items);
    }

    /** Goes to the end of a frame, over what newer versions have put there. */
    void leave(Frame frame) {
        if (bytes.position() > frame.end) {
            throw damaged("a frame is shorter than what is in it");
        }
        bytes.position(frame.end);
    }

    /** Where bytes are in the file: a locator on disk, small or large. */
    Locator locator() {
        int start = bytes.position();
        int head = int32();
        if (head >= 0) {
            return new Locator(int64(), head);
        }
        int described = -head;
        int type = described >>> 24 & 0x7f;
        if (type != 1) {
            throw damaged("it refers to data outside the file (locator type " + type + ")");
        }
        long size = int64();
        Locator locator = new Locator(int64(), size);
        int end = start + (described & 0xffff);
        if (end < bytes.position() || end > bytes.limit()) {
            throw damaged("a locator is longer than what holds it");
        }
        bytes.position(end);
        return locator;
    }

    /** Bytes on disk. */
    record Locator(long offset, long size) {}

    /** What is wrong here, and what to do. */
    DataException damaged(String problem) {
        return new DataException(where, problem + " (at byte " + bytes.position() + ")", "the file is damaged: get it again");
    }

    private ByteBuffer require(int count) {
        if (bytes.remaining() < count) {
            throw damaged("it ends too early");
        }
        return bytes;
    }
}
