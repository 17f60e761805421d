package org.novum.fits.hdu;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import nom.tam.fits.Header;
import org.novum.fits.spectrum.SpectrumException;

/**
 * A column of a compressed unit with the bytes of its tiles, one cell a tile.
 *
 * @param data of the table
 * @param column place of the column, from 0
 * @param letter of the values in a cell
 * @param variable whether cells are descriptors of bytes in the heap: P, Q, or a blank where they are in the rows
 */
record TileCell(PlainData data, int column, char letter, char variable) {
    /** The column of this name, if the table has it. */
    static Optional<TileCell> named(PlainData data, String name) {
        int column = place(data.header(), name);
        if (column < 0) {
            return Optional.empty();
        }
        CellForm form = CellForm.of(data.header(), column);
        String text = data.header().getStringValue("TFORM" + (column + 1));
        char variable = form.count() >= 0 ? ' ' : text.indexOf('Q') >= 0 ? 'Q' : 'P';
        return Optional.of(new TileCell(data, column, form.letter(), variable));
    }

    /** Where the column of this name stands, from 0; -1 if there is none. */
    static int place(Header header, String name) {
        int fields = header.getIntValue("TFIELDS");
        for (int column = 0; column < fields; column++) {
            if (name.equalsIgnoreCase(header.getStringValue("TTYPE" + (column + 1), "").strip())) {
                return column;
            }
        }
        return -1;
    }

    /**
     * The bytes of a tile; none if it stands in another column.
     *
     * @param tile from 0
     * @throws SpectrumException if they lie beyond the file
     */
    ByteBuffer bytes(int tile) {
        Header header = data.header();
        ByteBuffer all = data.bytes();
        int stride = header.getIntValue("NAXIS1");
        long at = data.place(column) + (long) tile * stride;
        long count;
        if (variable == ' ') {
            count = CellForm.of(header, column).count();
        } else {
            boolean wide = variable == 'Q';
            count = wide ? all.getLong((int) at) : all.getInt((int) at);
            long offset = wide ? all.getLong((int) at + Long.BYTES) : all.getInt((int) at + Integer.BYTES);
            at = data.start() + header.getLongValue("THEAP", (long) stride * header.getIntValue("NAXIS2")) + offset;
        }
        long length = count * PlainData.size(letter); // the descriptor was checked: it is within the heap
        if (count != 0 && (at < 0 || length < 0 || at > all.capacity() - length)) {
            throw new SpectrumException(
                    String.format(Locale.ROOT, "damaged: tile %d lies beyond the file", tile + 1));
        }
        return count == 0 ? ByteBuffer.allocate(0) : all.slice((int) at, (int) length);
    }
}
