package org.novum.fits;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes small FITS files straight from the standard (Pence et al. 2010), without the library that reads them. */
final class FitsBuilder {
    private static final int BLOCK = 2880;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /**
     * A column of a binary table.
     *
     * @param name TTYPE
     * @param form TFORM
     * @param unit TUNIT, or empty for none
     * @param cells one array, text or number for each row
     */
    record Column(String name, String form, String unit, List<?> cells) {
        static Column of(String name, String form, List<?> cells) {
            return new Column(name, form, "", cells);
        }

        /** One number in each row. */
        static Column of(String name, String form, double... values) {
            return of(name, form, Arrays.stream(values).boxed().toList());
        }

        Column in(String other) {
            return new Column(name, form, other, cells);
        }
    }

    /** A primary unit without data. */
    static FitsBuilder primary(Map<String, ?> cards) {
        return new FitsBuilder().unit("SIMPLE", 8, new int[0], cards, new byte[0]);
    }

    /** A primary image: {@code double[]}, {@code float[][]}, {@code int[][]} and the like. */
    static FitsBuilder primaryImage(Object array, Map<String, ?> cards) {
        return new FitsBuilder().unit("SIMPLE", bits(array), axes(array), cards, bytes(array));
    }

    /** An image extension. */
    FitsBuilder image(String name, Object array, Map<String, ?> cards) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("EXTNAME", name);
        all.putAll(cards);
        return unit("IMAGE", bits(array), axes(array), all, bytes(array));
    }

    /** A binary table. */
    FitsBuilder table(String name, Column... columns) {
        return table(name, Map.of(), columns);
    }

    /** A binary table with further cards. */
    FitsBuilder table(String name, Map<String, ?> further, Column... columns) {
        Map<String, Object> cards = new LinkedHashMap<>(further);
        cards.put("TFIELDS", columns.length);
        cards.put("EXTNAME", name);
        for (int i = 0; i < columns.length; i++) {
            cards.put("TTYPE" + (i + 1), columns[i].name());
            cards.put("TFORM" + (i + 1), columns[i].form());
            if (!columns[i].unit().isEmpty()) {
                cards.put("TUNIT" + (i + 1), columns[i].unit());
            }
        }
        int rows = columns[0].cells().size();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        try {
            for (int row = 0; row < rows; row++) {
                for (Column column : columns) {
                    write(data, column.form(), column.cells().get(row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return unit("BINTABLE", 8, new int[] {rows, rows == 0 ? 0 : bytes.size() / rows}, cards, bytes.toByteArray());
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private FitsBuilder unit(String kind, int bits, int[] axes, Map<String, ?> cards, byte[] data) {
        List<String> lines = new ArrayList<>();
        boolean primary = kind.equals("SIMPLE");
        lines.add(card(primary ? "SIMPLE" : "XTENSION", primary ? (Object) true : kind));
        lines.add(card("BITPIX", bits));
        lines.add(card("NAXIS", axes.length));
        for (int axis = 0; axis < axes.length; axis++) {
            lines.add(card("NAXIS" + (axis + 1), axes[axes.length - 1 - axis]));
        }
        if (primary) {
            lines.add(card("EXTEND", true));
        } else {
            lines.add(card("PCOUNT", 0));
            lines.add(card("GCOUNT", 1));
        }
        cards.forEach((key, value) -> lines.add(card(key, value)));
        lines.add(String.format(Locale.ROOT, "%-80s", "END"));
        padded(String.join("", lines).getBytes(StandardCharsets.US_ASCII), (byte) ' ');
        padded(data, (byte) 0);
        return this;
    }

    private static String card(String key, Object value) {
        String text = switch (value) {
            case Boolean truth -> String.format(Locale.ROOT, "%20s", truth ? "T" : "F");
            case String word -> String.format(Locale.ROOT, "'%-8s'", word.replace("'", "''"));
            default -> String.format(Locale.ROOT, "%20s", value);
        };
        return String.format(Locale.ROOT, "%-80s", String.format(Locale.ROOT, "%-8s= %s", key, text));
    }

    private void padded(byte[] bytes, byte filling) {
        out.writeBytes(bytes);
        byte[] rest = new byte[(BLOCK - bytes.length % BLOCK) % BLOCK];
        Arrays.fill(rest, filling);
        out.writeBytes(rest);
    }

    private static int[] axes(Object array) {
        List<Integer> axes = new ArrayList<>();
        for (Object part = array; part.getClass().isArray(); part = Array.get(part, 0)) {
            axes.add(Array.getLength(part));
            if (Array.getLength(part) == 0) {
                break;
            }
        }
        return axes.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int bits(Object array) {
        Class<?> type = array.getClass();
        while (type.isArray()) {
            type = type.getComponentType();
        }
        return type == double.class ? -64 : type == float.class ? -32 : type == long.class ? 64 : 32;
    }

    private static byte[] bytes(Object array) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(new DataOutputStream(bytes), "", array);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String form, Object value) throws IOException {
        switch (value) {
            case String text -> out.write(String.format(Locale.ROOT, "%-" + form.replaceAll("\\D", "") + "s", text)
                    .getBytes(StandardCharsets.US_ASCII));
            case double[] numbers when form.endsWith("E") -> {
                for (double number : numbers) {
                    out.writeFloat((float) number);
                }
            }
            case double[] numbers when form.endsWith("J") -> {
                for (double number : numbers) {
                    out.writeInt((int) number);
                }
            }
            case Double number when form.endsWith("E") -> out.writeFloat(number.floatValue());
            case Double number when form.endsWith("J") -> out.writeInt(number.intValue());
            case Double number when form.endsWith("K") -> out.writeLong(number.longValue());
            case Double number -> out.writeDouble(number);
            case Float number -> out.writeFloat(number);
            case Byte number -> out.writeByte(number);
            case Short number -> out.writeShort(number);
            case Integer number -> out.writeInt(number);
            case Long number -> out.writeLong(number);
            default -> {
                for (int i = 0; i < Array.getLength(value); i++) {
                    write(out, form, Array.get(value, i));
                }
            }
        }
    }
}
