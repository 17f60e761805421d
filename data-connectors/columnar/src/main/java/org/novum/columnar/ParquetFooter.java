package org.novum.columnar;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Goes through the footer of a Parquet file, which says in Thrift's compact protocol what is where, and sees that no list or text
 * of it is longer than the footer itself: the database makes room for as many items as a damaged footer says, which takes seconds
 * and gigabytes.
 *
 * <p>Apache Thrift, {@code thrift-compact-protocol.md}; Apache Parquet, {@code README.md}, File format.
 */
final class ParquetFooter {
    /** The footer's length and the letters PAR1, at the end of the file. */
    private static final int TAIL = 8;

    private static final int MAGIC = 0x31524150;
    private static final int DEEPEST = 64;
    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int STRUCT = 12;

    /** Metadata of the file with this beginning, and a column's name behind it, are the column's unit. */
    private static final String UNIT = "novum.unit.";

    private final ByteBuffer bytes;
    private final Map<String, String> units = new HashMap<>();
    private String column = "";

    private ParquetFooter(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * Checks a file.
     *
     * @return units of columns that the file states
     * @throws IOException if its footer is damaged, or it is encrypted
     */
    static Map<String, String> check(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            if (size < TAIL) {
                throw new IOException("it ends before its footer");
            }
            ByteBuffer tail = channel.map(MapMode.READ_ONLY, size - TAIL, TAIL).order(ByteOrder.LITTLE_ENDIAN);
            int length = tail.getInt();
            if (tail.getInt() != MAGIC || length < 0 || length > size - TAIL) {
                throw new IOException("it does not end as Parquet files do");
            }
            ParquetFooter footer = new ParquetFooter(channel.map(MapMode.READ_ONLY, size - TAIL - length, length));
            footer.struct(0);
            return footer.units;
        } catch (BufferUnderflowException e) {
            throw new IOException("its footer is cut off", e);
        }
    }

    private void struct(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("its footer is nested too deeply");
        }
        for (int header = bytes.get(); header != 0; header = bytes.get()) {
            if ((header & 0xf0) == 0) {
                number(); // of the field, where it is far from the one before
            }
            int type = header & 0xf;
            if (type != TRUE && type != FALSE) { // which a field's header says already
                value(type, depth);
            }
        }
    }

    private void value(int type, int depth) throws IOException {
        switch (type) {
            case TRUE, FALSE, BYTE -> bytes.get();
            case 4, 5, 6 -> number();
            case DOUBLE -> bytes.getDouble();
            case BINARY -> text(length(number()));
            case LIST, SET -> {
                int header = bytes.get();
                int few = header >> 4 & 0xf;
                items(length(few == 0xf ? number() : few), header & 0xf, depth);
            }
            case MAP -> {
                int pairs = length(number());
                int types = pairs == 0 ? 0 : bytes.get();
                for (int i = 0; i < pairs; i++) {
                    value(types >> 4 & 0xf, depth);
                    value(types & 0xf, depth);
                }
            }
            case STRUCT -> struct(depth + 1);
            default -> throw new IOException("its footer has a value of type " + type);
        }
    }

    private void items(int count, int type, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("its footer is nested too deeply");
        }
        for (int i = 0; i < count; i++) {
            value(type, depth + 1);
        }
    }

    /** Every item takes a byte at least. */
    private int length(long stated) throws IOException {
        if (stated < 0 || stated > bytes.remaining()) {
            throw new IOException("its footer states a length of " + stated + ", and has " + bytes.remaining() + " bytes more");
        }
        return (int) stated;
    }

    /** A text, or bytes that are none; of metadata the key comes first and its value follows. */
    private void text(int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        String read = new String(text, StandardCharsets.UTF_8);
        if (!column.isEmpty()) {
            units.put(column, read);
        }
        column = read.startsWith(UNIT) ? read.substring(UNIT.length()) : "";
    }

    /** A number of seven bits to a byte, the least significant first. */
    private long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("its footer has a number of more than 64 bits");
    }
}
