package org.novum.votable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * The text of a binary table (VOTable 1.4, sections 5.4 and 5.5), held back until it is known that no array in it is longer than
 * the stream: the library makes room for as many items as a damaged count says.
 */
final class BinaryStream {
    private static final int CHUNK = 1 << 13;
    private static final Map<String, Integer> BITS = Map.ofEntries(
            Map.entry("boolean", 8),
            Map.entry("bit", 1),
            Map.entry("unsignedByte", 8),
            Map.entry("short", 16),
            Map.entry("int", 32),
            Map.entry("long", 64),
            Map.entry("char", 8),
            Map.entry("unicodeChar", 16),
            Map.entry("float", 32),
            Map.entry("double", 64),
            Map.entry("floatComplex", 64),
            Map.entry("doubleComplex", 128));

    private final List<Cell> cells;
    private final boolean masked;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private byte[] checked = {};

    /**
     * What a cell of a column holds.
     *
     * @param bits of an item; 0 if there is no such type
     * @param items in a cell; -1 if each cell states it
     */
    record Cell(int bits, long items) {
        static Cell of(@Nullable String datatype, long items) {
            return new Cell(datatype == null ? 0 : BITS.getOrDefault(datatype.strip(), 0), items);
        }

        /** Whether it is known how long it is; the library reads no other. */
        boolean isKnown() {
            return bits > 0;
        }

        /** Whether it is one bit, which takes a byte. */
        boolean isBit() {
            return bits == 1 && items == 1;
        }

        /** Bytes of so many items; more than a long holds are as many as it holds. */
        private double bytes(double count) {
            return Math.ceil(count * bits / Byte.SIZE);
        }
    }

    /**
     * A stream.
     *
     * @param cells of a row
     * @param masked whether flags of missing values stand in front of each row, as in BINARY2
     */
    BinaryStream(List<Cell> cells, boolean masked) {
        this.cells = List.copyOf(cells);
        this.masked = masked;
    }

    /** Takes text in base 64. */
    void add(char[] characters, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (!Character.isWhitespace(characters[i])) {
                if (characters[i] > 'z') {
                    throw new VotableException("damaged: a stream is not in base 64");
                }
                text.write(characters[i]);
            }
        }
    }

    /**
     * Goes through the rows, and writes {@code T} or {@code F} for each cell of one bit. The standard sets the first bit of its byte,
     * astropy another one; the rest is padding of zeros.
     *
     * @throws VotableException if a cell is longer than what is left of the stream, or a row is not whole
     */
    void check() {
        byte[] all = text.toByteArray();
        try (InputStream decoded = Base64.getDecoder().wrap(new ByteArrayInputStream(all))) {
            if (cells.stream().anyMatch(Cell::isBit)) {
                byte[] content = decoded.readAllBytes();
                check(new ByteArrayInputStream(content), content.length, (at, bit) -> content[at] = (byte) (bit == 0 ? 'F' : 'T'));
                checked = Base64.getEncoder().encode(content);
            } else {
                check(decoded, all.length / 4 * 3L + 3, (_, _) -> {});
                checked = all;
            }
        } catch (IOException e) {
            throw new VotableException("damaged: a stream is not in base 64", e);
        }
    }

    /** Gives the text that was checked to the next reader. */
    void release(ContentHandler reader) throws SAXException {
        send(checked, reader);
    }

    private static void send(byte[] all, ContentHandler reader) throws SAXException {
        char[] chunk = new char[CHUNK];
        for (int from = 0; from < all.length; from += CHUNK) {
            int length = Math.min(CHUNK, all.length - from);
            for (int i = 0; i < length; i++) {
                chunk[i] = (char) all[from + i];
            }
            reader.characters(chunk, 0, length);
        }
    }

    /** Is told of each byte that is a cell of one bit. */
    private interface Bits {
        void found(int at, byte bit);
    }

    private void check(InputStream content, long bytes, Bits bits) throws IOException {
        PushbackInputStream ahead = new PushbackInputStream(content);
        DataInputStream rows = new DataInputStream(ahead);
        long mask = masked ? (cells.size() + Byte.SIZE - 1) / Byte.SIZE : 0;
        long at = 0;
        long row = 0;
        try {
            for (int next = ahead.read(); next >= 0; next = ahead.read()) {
                ahead.unread(next);
                row++;
                rows.skipNBytes(mask);
                at += mask;
                for (Cell cell : cells) {
                    if (cell.isBit()) {
                        bits.found((int) at++, rows.readByte());
                        continue;
                    }
                    double items = cell.items < 0 ? rows.readInt() : cell.items;
                    at += cell.items < 0 ? Integer.BYTES : 0;
                    double length = cell.bytes(items);
                    if (cell.items < 0 && !(length >= 0 && length <= bytes - at)) {
                        throw new VotableException(String.format(
                                Locale.ROOT, "damaged: an array of %.0f items begins at byte %d of a stream of some %d",
                                items, at, bytes));
                    }
                    rows.skipNBytes((long) length);
                    at += (long) length;
                }
            }
        } catch (EOFException e) {
            // The library would leave this row out and say nothing.
            throw new VotableException("truncated: a stream ends in the middle of row " + row, e);
        }
    }
}
