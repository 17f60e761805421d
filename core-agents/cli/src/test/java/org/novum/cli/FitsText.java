package org.novum.cli;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes FITS files (Pence et al. 2010, A&A 524, A42): images of 32- or 64-bit numbers, and tables of one type a column. */
final class FitsText {
    private static final int BLOCK = 2880;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    /** A keyword with its value, as FITS writes it. */
    record Card(String key, Object value) {
        String line() {
            String text = switch (value) {
                case Boolean truth -> String.format(Locale.ROOT, "%20s", truth ? "T" : "F");
                case Double number -> String.format(Locale.ROOT, "%20s", Double.toString(number));
                case Number number -> String.format(Locale.ROOT, "%20s", number);
                default -> "'" + String.format(Locale.ROOT, "%-8s", value) + "'";
            };
            return String.format(Locale.ROOT, "%-80s", String.format(Locale.ROOT, "%-8s= %s", key, text));
        }
    }

    /**
     * A column of a table.
     *
     * @param name of it
     * @param form letter of its type: E, D, J or K
     * @param rows the cells, each of as many values
     */
    record Column(String name, char form, double[][] rows) {
        int bytes() {
            return (form == 'E' || form == 'J' ? 4 : 8) * rows[0].length;
        }
    }

    /** An empty primary unit. */
    FitsText primary(Card... cards) {
        List<Card> header = new ArrayList<>(List.of(new Card("SIMPLE", true), new Card("BITPIX", 8), new Card("NAXIS", 0)));
        header.addAll(List.of(cards));
        return unit(header, new byte[0]);
    }

    /** A primary image, or, if units were written before, an image extension; values run along the first axis. */
    FitsText image(char form, int[] axes, double[] values, Card... cards) {
        List<Card> header = new ArrayList<>();
        header.add(file.size() == 0 ? new Card("SIMPLE", true) : new Card("XTENSION", "IMAGE"));
        header.add(new Card("BITPIX", form == 'E' ? -32 : form == 'D' ? -64 : 32));
        header.add(new Card("NAXIS", axes.length));
        for (int i = 0; i < axes.length; i++) {
            header.add(new Card("NAXIS" + (i + 1), axes[i]));
        }
        if (file.size() > 0) {
            header.add(new Card("PCOUNT", 0));
            header.add(new Card("GCOUNT", 1));
        }
        header.addAll(List.of(cards));
        ByteBuffer data = ByteBuffer.allocate(values.length * (form == 'D' ? 8 : 4));
        for (double value : values) {
            put(data, form, value);
        }
        return unit(header, data.array());
    }

    /** A binary table. */
    FitsText table(String name, Column... columns) {
        int width = 0;
        for (Column column : columns) {
            width += column.bytes();
        }
        int rows = columns[0].rows().length;
        List<Card> header = new ArrayList<>(List.of(
                new Card("XTENSION", "BINTABLE"),
                new Card("BITPIX", 8),
                new Card("NAXIS", 2),
                new Card("NAXIS1", width),
                new Card("NAXIS2", rows),
                new Card("PCOUNT", 0),
                new Card("GCOUNT", 1),
                new Card("TFIELDS", columns.length),
                new Card("EXTNAME", name)));
        for (int i = 0; i < columns.length; i++) {
            header.add(new Card("TTYPE" + (i + 1), columns[i].name()));
            header.add(new Card("TFORM" + (i + 1), columns[i].rows()[0].length + "" + columns[i].form()));
        }
        ByteBuffer data = ByteBuffer.allocate(width * rows);
        for (int row = 0; row < rows; row++) {
            for (Column column : columns) {
                for (double value : column.rows()[row]) {
                    put(data, column.form(), value);
                }
            }
        }
        return unit(header, data.array());
    }

    private static void put(ByteBuffer data, char form, double value) {
        switch (form) {
            case 'E' -> data.putFloat((float) value);
            case 'D' -> data.putDouble(value);
            case 'J' -> data.putInt((int) value);
            case 'K' -> data.putLong((long) value);
            default -> throw new IllegalArgumentException("no such form: " + form);
        }
    }

    private FitsText unit(List<Card> cards, byte[] data) {
        StringBuilder header = new StringBuilder();
        cards.forEach(card -> header.append(card.line()));
        header.append(String.format(Locale.ROOT, "%-80s", "END"));
        header.append(" ".repeat(-header.length() % BLOCK + (header.length() % BLOCK == 0 ? 0 : BLOCK)));
        file.writeBytes(header.toString().getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(data);
        file.writeBytes(new byte[data.length % BLOCK == 0 ? 0 : BLOCK - data.length % BLOCK]);
        return this;
    }

    byte[] bytes() {
        return file.toByteArray();
    }
}
