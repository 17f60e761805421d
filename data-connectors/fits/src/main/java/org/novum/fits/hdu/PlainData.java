package org.novum.fits.hdu;

import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nom.tam.fits.Header;
import org.jspecify.annotations.Nullable;
import org.novum.fits.spectrum.SpectrumException;

/**
 * The data of a unit that is not compressed, read where they lie: one column or one row of numbers at a time, and nothing
 * else of a table or image.
 *
 * @param bytes of the whole file, big-endian
 * @param start of the unit's data
 * @param header of the unit
 */
record PlainData(ByteBuffer bytes, int start, Header header) {
    private static final Pattern FORM = Pattern.compile("([0-9]{0,9})([LXBIJKAEDCMPQ]).*");

    /** The numbers of a column, one row after the other; null if it holds none, or descriptors of arrays elsewhere. */
    double @Nullable [] column(int column) {
        Matcher form = form(column);
        char type = form.matches() ? form.group(2).charAt(0) : 'A';
        if ("BIJKED".indexOf(type) < 0) {
            return null;
        }
        int offset = place(column);
        int rows = header.getIntValue("NAXIS2");
        int stride = header.getIntValue("NAXIS1");
        int repeat = repeat(form);
        double[] numbers = new double[rows * repeat];
        for (int row = 0; row < rows; row++) {
            read(type, offset + row * stride, numbers, row * repeat, repeat);
        }
        return numbers;
    }

    /**
     * Where a column's cell of the first row begins.
     *
     * @throws SpectrumException if the columns are wider together than the table
     */
    int place(int column) {
        long offset = 0;
        for (int before = 0; before < column; before++) {
            offset += width(before);
        }
        if (offset + width(column) > header.getIntValue("NAXIS1")) {
            throw new SpectrumException("damaged: TFORM" + (column + 1) + " leads beyond the rows of the table");
        }
        return (int) (start + offset);
    }

    /** The numbers along an image's first axis from this one on, counted over the whole image. */
    double[] image(long first, int count) {
        char type = switch (header.getIntValue("BITPIX")) {
            case 8 -> 'B';
            case 16 -> 'I';
            case 32 -> 'J';
            case 64 -> 'K';
            case -32 -> 'E';
            default -> 'D';
        };
        double[] numbers = new double[count];
        read(type, (int) (start + first * size(type)), numbers, 0, count);
        return numbers;
    }

    private void read(char type, int from, double[] numbers, int at, int count) {
        switch (type) {
            case 'E' -> {
                for (int i = 0; i < count; i++) {
                    numbers[at + i] = bytes.getFloat(from + i * Float.BYTES);
                }
            }
            case 'D' -> {
                for (int i = 0; i < count; i++) {
                    numbers[at + i] = bytes.getDouble(from + i * Double.BYTES);
                }
            }
            case 'J' -> {
                for (int i = 0; i < count; i++) {
                    numbers[at + i] = bytes.getInt(from + i * Integer.BYTES);
                }
            }
            case 'K' -> {
                for (int i = 0; i < count; i++) {
                    numbers[at + i] = bytes.getLong(from + i * Long.BYTES);
                }
            }
            case 'I' -> {
                for (int i = 0; i < count; i++) {
                    numbers[at + i] = bytes.getShort(from + i * Short.BYTES);
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    numbers[at + i] = bytes.get(from + i) & 0xFF;
                }
            }
        }
    }

    private Matcher form(int column) {
        return FORM.matcher(header.getStringValue("TFORM" + (column + 1), "").strip());
    }

    private static int repeat(Matcher form) {
        return form.group(1).isEmpty() ? 1 : Integer.parseInt(form.group(1));
    }

    private long width(int column) {
        Matcher form = form(column);
        if (!form.matches()) {
            throw new SpectrumException("damaged: TFORM" + (column + 1) + " is no form of a column");
        }
        char type = form.group(2).charAt(0);
        return type == 'X' ? (repeat(form) + 7L) / 8 : (long) repeat(form) * size(type);
    }

    /** Bytes of a number, or of a descriptor. */
    static int size(char type) {
        return switch (type) {
            case 'I' -> 2;
            case 'J', 'E' -> 4;
            case 'K', 'D', 'C', 'P' -> 8;
            case 'M', 'Q' -> 16;
            default -> 1;
        };
    }
}
