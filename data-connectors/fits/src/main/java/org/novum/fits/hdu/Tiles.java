package org.novum.fits.hdu;

import java.util.Locale;
import nom.tam.fits.Header;
import org.novum.fits.spectrum.SpectrumException;

/**
 * Checks what a compressed unit declares (FITS Standard 4.0, section 10), before the library makes room for it: a damaged header
 * may declare more than any memory holds, or thousands of millions of axes or tiles.
 */
final class Tiles {
    /** What a compressed unit may always grow to, in bytes; and how many times its file's size beyond that. */
    private static final long USUAL_GROWTH = 1L << 26;

    private static final long MOST_TIMES = 200;

    /** That a FITS file may have (section 4.4.1). */
    private static final int MOST_AXES = 999;

    /** Of an axis or a tile: the library counts by whole tiles, in numbers of 32 bits, until it is beyond the axis. */
    private static final long MOST_LENGTH = 1L << 30;

    private Tiles() {}

    /** @throws SpectrumException if the image is too large, or has more tiles than the unit has rows */
    static void requireImage(PlainData data) {
        requireSize(data);
        Header header = data.header();
        int axes = header.getIntValue("ZNAXIS", 1);
        double tiles = 1;
        for (int axis = 1; axis <= axes; axis++) {
            long length = header.getLongValue("ZNAXIS" + axis, 1);
            tiles *= Math.ceil((double) length / header.getLongValue("ZTILE" + axis, axis == 1 ? length : 1));
        }
        if (tiles > header.getLongValue("NAXIS2")) {
            throw new SpectrumException(String.format(
                    Locale.ROOT, "damaged: a compressed image of %.0f tiles has %d", tiles, header.getLongValue("NAXIS2")));
        }
    }

    /** @throws SpectrumException if the unit is too large, decompressed, for a file of this size */
    static void requireSize(PlainData data) {
        Header header = data.header();
        double bytes = Math.abs(header.getIntValue("ZBITPIX", Byte.SIZE)) / (double) Byte.SIZE;
        int axes = (int) within(header, "ZNAXIS", 0, MOST_AXES);
        for (int axis = 1; axis <= Math.max(2, axes); axis++) {
            bytes *= within(header, "ZNAXIS" + axis, 0, MOST_LENGTH);
            within(header, "ZTILE" + axis, 1, MOST_LENGTH);
        }
        within(header, "ZTILELEN", 1, MOST_LENGTH);
        if (!(bytes >= 0 && bytes <= Math.max(USUAL_GROWTH, MOST_TIMES * data.bytes().capacity()))) {
            throw new SpectrumException(String.format(
                    Locale.ROOT, "damaged: a compressed unit declares %.0f bytes", bytes));
        }
    }

    /** A keyword's number, 1 if it has none. */
    private static long within(Header header, String keyword, long least, long most) {
        long value = header.getLongValue(keyword, 1);
        if (value < least || value > most) {
            throw new SpectrumException("damaged: " + keyword + " is " + value);
        }
        return value;
    }
}
