package org.novum.fits.hdu;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nom.tam.fits.Header;
import org.novum.api.data.ColumnType;
import org.novum.fits.spectrum.SpectrumException;

/**
 * What {@code TFORMn}, {@code TSCALn}, {@code TZEROn} and {@code TNULLn} say of the cells of a binary table's column (FITS
 * Standard 4.0, section 7.3).
 *
 * @param letter of the type
 * @param count of values in a cell, or of characters; variable arrays have any number, here -1
 * @param scale times which stored values are to be taken
 * @param zero that is added to them
 */
record CellForm(char letter, int count, double scale, double zero) {
    private static final Pattern FORM = Pattern.compile("\\s*(\\d{0,9})([PQ]?)([LXBIJKAEDCM]).*");

    /** Where unsigned numbers of 64 bits have their zero. */
    static final double UNSIGNED_LONG = 0x1p63;

    /** @param column from 0 */
    static CellForm of(Header header, int column) {
        int number = column + 1;
        String text = header.getStringValue("TFORM" + number);
        Matcher form = FORM.matcher(text == null ? "" : text);
        if (!form.matches()) {
            throw new SpectrumException("damaged: TFORM" + number + " is " + text + ", which is no form of a column");
        }
        int repeat = form.group(1).isEmpty() ? 1 : Integer.parseInt(form.group(1));
        return new CellForm(
                form.group(3).charAt(0),
                form.group(2).isEmpty() ? repeat : -1,
                header.getDoubleValue("TSCAL" + number, 1),
                header.getDoubleValue("TZERO" + number, 0));
    }

    /** Whether cells hold nothing at all. */
    boolean isEmpty() {
        return count == 0;
    }

    /** Whether a cell is one value, of text or number. */
    boolean isSingle() {
        return letter == 'A' || count == 1 && letter != 'X' && letter != 'C' && letter != 'M';
    }

    /** Whether values are whole numbers, after the zero was added. */
    boolean isWhole() {
        return switch (letter) {
            case 'L', 'X' -> true;
            case 'B', 'I', 'J' -> scale == 1 && zero == StrictMath.rint(zero) && Math.abs(zero) <= 0x1p31;
            case 'K' -> scale == 1 && (zero == 0 || zero == UNSIGNED_LONG);
            default -> false;
        };
    }

    ColumnType type() {
        if (letter == 'A') {
            return ColumnType.TEXT;
        }
        if (!isWhole()) {
            return isSingle() ? ColumnType.FLOAT64 : ColumnType.FLOAT64_LIST;
        }
        boolean wide = letter == 'K' || zero != 0 && (letter == 'J' || Math.abs(zero) > 0x1p30);
        if (isSingle()) {
            return wide ? ColumnType.INT64 : ColumnType.INT32;
        }
        return wide ? ColumnType.INT64_LIST : ColumnType.INT32_LIST;
    }
}
