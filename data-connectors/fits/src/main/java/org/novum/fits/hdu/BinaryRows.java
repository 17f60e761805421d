package org.novum.fits.hdu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nom.tam.fits.BinaryTable;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Header;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.Unit;
import org.novum.fits.spectrum.SpectrumException;

/** Rows of a binary table; columns whose cells hold nothing are left out. */
final class BinaryRows implements UnitRows {
    private final BinaryTable table;
    private final List<Column> columns = new ArrayList<>();

    /**
     * A column.
     *
     * @param place in the file, from 0
     * @param absent the stored whole number that means no value
     */
    private record Column(int place, ColumnCard card, CellForm form, @Nullable Long absent) {}

    BinaryRows(BinaryTableHDU unit) {
        table = unit.getData();
        Header header = unit.getHeader();
        Set<String> names = new HashSet<>();
        for (int place = 0; place < table.getNCols(); place++) {
            CellForm form = CellForm.of(header, place);
            if (form.isEmpty()) {
                continue;
            }
            ColumnCard card = new ColumnCard(name(header, place), form.type(), unit(header, place));
            if (!names.add(card.name())) {
                throw new SpectrumException("two columns are called " + card.name());
            }
            String absent = "TNULL" + (place + 1);
            columns.add(new Column(place, card, form, header.containsKey(absent) ? header.getLongValue(absent) : null));
        }
    }

    static String name(Header header, int place) {
        String name = header.getStringValue("TTYPE" + (place + 1));
        return name == null || name.isBlank() ? "column" + (place + 1) : name.strip();
    }

    static Unit unit(Header header, int place) {
        String unit = header.getStringValue("TUNIT" + (place + 1));
        return unit == null || unit.isBlank() ? Unit.ONE : Unit.of(unit.strip());
    }

    @Override
    public List<ColumnCard> columns() {
        return columns.stream().map(Column::card).toList();
    }

    @Override
    public int rows() {
        return table.getNRows();
    }

    @Override
    public @Nullable Object cell(int column, int row) {
        Column asked = columns.get(column);
        try {
            return switch (asked.form.letter()) {
                case 'A' -> text(Numbers.flat(table.getElement(row, asked.place)));
                case 'L' -> logicals(asked.form, raw(asked, row));
                case 'X' -> asked.form.count() > 0
                        ? bits((byte[]) raw(asked, row), asked.form.count())
                        : bits((boolean[]) Numbers.flat(table.getElement(row, asked.place)));
                default -> asked.form.isWhole() ? whole(asked, raw(asked, row)) : fractional(asked, raw(asked, row));
            };
        } catch (IllegalStateException | ClassCastException | IndexOutOfBoundsException e) {
            throw Damage.in("column " + asked.card.name() + " in row " + (row + 1), e);
        }
    }

    /**
     * The values one after the other, whatever {@code TDIMn} says: what it says may be less than there is (section 7.3.2). Of cells of
     * variable length the row has descriptors alone, which the library follows.
     */
    private Object raw(Column column, int row) {
        return column.form.count() < 0
                ? Numbers.flat(table.getElement(row, column.place))
                : table.getRawElement(row, column.place);
    }

    /** A text without the blanks behind it; several as JSON has them. */
    private static @Nullable Object text(Object cell) {
        if (!(cell instanceof String[] several)) {
            return String.valueOf(cell).stripTrailing();
        }
        if (several.length == 1) {
            return several[0].stripTrailing();
        }
        StringBuilder list = new StringBuilder("[");
        for (String each : several) {
            list.append(list.length() > 1 ? "," : "")
                    .append('"')
                    .append(each.stripTrailing().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return list.append(']').toString();
    }

    private static @Nullable Object logicals(CellForm form, Object cell) {
        if (cell instanceof boolean[] values) {
            return bits(values);
        }
        if (cell instanceof Boolean[] values) {
            return Arrays.stream(values).mapToLong(value -> Boolean.TRUE.equals(value) ? 1 : 0).toArray();
        }
        byte[] stored = (byte[]) cell;
        if (form.isSingle()) {
            return switch (stored[0]) {
                case 'T', 1 -> 1L;
                case 'F' -> 0L;
                default -> null;
            };
        }
        long[] values = new long[stored.length];
        for (int i = 0; i < stored.length; i++) {
            values[i] = stored[i] == 'T' || stored[i] == 1 ? 1 : 0;
        }
        return values;
    }

    private static Object bits(byte[] stored, int count) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = stored[i / Byte.SIZE] >> Byte.SIZE - 1 - i % Byte.SIZE & 1;
        }
        return values;
    }

    private static Object bits(boolean[] stored) {
        long[] values = new long[stored.length];
        for (int i = 0; i < stored.length; i++) {
            values[i] = stored[i] ? 1 : 0;
        }
        return values;
    }

    private static @Nullable Object whole(Column column, Object cell) {
        long[] values = switch (cell) {
            case byte[] bytes -> {
                long[] wide = new long[bytes.length];
                for (int i = 0; i < wide.length; i++) {
                    wide[i] = bytes[i] & 0xFF;
                }
                yield wide;
            }
            case short[] shorts -> {
                long[] wide = new long[shorts.length];
                for (int i = 0; i < wide.length; i++) {
                    wide[i] = shorts[i];
                }
                yield wide;
            }
            case int[] ints -> Arrays.stream(ints).asLongStream().toArray();
            default -> ((long[]) cell).clone();
        };
        boolean single = column.form.isSingle();
        if (single && column.absent != null && values[0] == column.absent) {
            return null;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = column.form.zero() == CellForm.UNSIGNED_LONG
                    ? unsigned(column, values[i])
                    : values[i] + (long) column.form.zero();
        }
        return single ? (Object) values[0] : values;
    }

    private static long unsigned(Column column, long stored) {
        long value = stored ^ Long.MIN_VALUE;
        if (value < 0) {
            throw new SpectrumException("column " + column.card.name() + " has the number " + Long.toUnsignedString(value)
                    + ", which is 2^63 or more");
        }
        return value;
    }

    private static @Nullable Object fractional(Column column, Object cell) {
        boolean single = column.form.isSingle();
        if (single && column.absent != null && whole(new Column(0, column.card, WHOLE, column.absent), cell) == null) {
            return null;
        }
        double[] values = Numbers.copied(cell, column.form.scale(), column.form.zero());
        if (!single) {
            return values;
        }
        return Double.isNaN(values[0]) ? null : (Object) values[0];
    }

    private static final CellForm WHOLE = new CellForm('J', 1, 1, 0);
}
