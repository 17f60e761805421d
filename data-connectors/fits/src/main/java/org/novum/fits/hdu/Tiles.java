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

    /** Bytes of what stands in front of a tile of H-compress: two letters, both sides, the scale. */
    private static final int TRANSFORM = 14;

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
        if ("HCOMPRESS_1".equals(header.getStringValue("ZCMPTYPE", "").strip())) {
            requireTransforms(data);
        }
    }

    /**
     * The tiles of H-compress say their own sides (White 1992), which the library takes as they are: it never ends with none, and
     * makes room for any.
     */
    private static void requireTransforms(PlainData data) {
        Header header = data.header();
        int column = 0;
        while (column < header.getIntValue("TFIELDS") && !"COMPRESSED_DATA".equals(header.getStringValue("TTYPE" + (column + 1)))) {
            column++;
        }
        if (column == header.getIntValue("TFIELDS")) {
            return; // all tiles stand in columns of another compression
        }
        boolean variable = header.getStringValue("TFORM" + (column + 1), "").contains("P");
        double most = (double) header.getLongValue("ZTILE1", header.getLongValue("ZNAXIS1")) * header.getLongValue("ZTILE2", 1);
        int stride = header.getIntValue("NAXIS1");
        int rows = header.getIntValue("NAXIS2");
        long heap = data.start() + header.getLongValue("THEAP", (long) stride * rows);
        for (int row = 0; row < rows; row++) {
            int cell = data.place(column) + row * stride;
            boolean absent = variable && data.bytes().getInt(cell) == 0; // such a tile stands in another column
            long at = variable ? heap + data.bytes().getInt(cell + Integer.BYTES) : cell;
            if (absent) {
                continue;
            }
            if (at < 0 || at + TRANSFORM > data.bytes().capacity()) {
                throw new SpectrumException("damaged: tile " + (row + 1) + " lies beyond the file");
            }
            int width = data.bytes().getInt((int) at + Short.BYTES);
            int height = data.bytes().getInt((int) at + Short.BYTES + Integer.BYTES);
            if (width <= 0 || height <= 0 || (double) width * height > most) {
                throw new SpectrumException(String.format(
                        Locale.ROOT, "damaged: tile %d has %d times %d pixels where %.0f are", row + 1, width, height, most));
            }
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
