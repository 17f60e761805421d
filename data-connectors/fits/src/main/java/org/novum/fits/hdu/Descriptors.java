package org.novum.fits.hdu;

import java.nio.ByteBuffer;
import java.util.Locale;
import nom.tam.fits.Header;
import org.novum.fits.spectrum.SpectrumException;

/**
 * Checks that the cells of variable length, of which a binary table holds descriptors (FITS Standard 4.0, section 7.3.5), lie
 * within the heap behind it, before the library makes room for as many numbers as a damaged descriptor says.
 */
final class Descriptors {
    /** That a table may have (section 7.3.1). */
    private static final int MOST_COLUMNS = 999;

    private Descriptors() {}

    /** @throws SpectrumException if a descriptor leads out of the heap */
    static void check(PlainData data) {
        Header header = data.header();
        int fields = Math.min(header.getIntValue("TFIELDS"), MOST_COLUMNS);
        for (int column = 0; column < fields; column++) {
            String form = header.getStringValue("TFORM" + (column + 1), "");
            int kind = Math.max(form.indexOf('P'), form.indexOf('Q'));
            if (kind >= 0 && kind + 1 < form.length()) {
                check(data, column, form.charAt(kind) == 'Q', bits(form.charAt(kind + 1)));
            }
        }
    }

    private static void check(PlainData data, int column, boolean wide, int bits) {
        Header header = data.header();
        ByteBuffer bytes = data.bytes();
        long heap = header.getLongValue("PCOUNT");
        int rows = header.getIntValue("NAXIS2");
        int stride = header.getIntValue("NAXIS1");
        int first = data.place(column);
        for (int row = 0; row < rows; row++) {
            int at = first + row * stride;
            long count = wide ? bytes.getLong(at) : bytes.getInt(at);
            long offset = wide ? bytes.getLong(at + Long.BYTES) : bytes.getInt(at + Integer.BYTES);
            boolean within = count >= 0 && count <= heap * Byte.SIZE // what follows cannot overflow
                    && (count == 0 || offset >= 0 && offset <= heap - (count * bits + Byte.SIZE - 1) / Byte.SIZE);
            if (!within) {
                throw new SpectrumException(String.format(
                        Locale.ROOT,
                        "damaged: column %s in row %d has %d numbers from byte %d on, and the heap has %d bytes",
                        BinaryRows.name(header, column), row + 1, count, offset, heap));
            }
        }
    }

    private static int bits(char type) {
        return type == 'X' ? 1 : Byte.SIZE * PlainData.size(type);
    }
}
