package org.novum.fits.hdu;

import java.util.ArrayList;
import java.util.List;
import nom.tam.fits.AsciiTable;
import nom.tam.fits.AsciiTableHDU;
import nom.tam.fits.Header;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;

/** Rows of a table of text (FITS Standard 4.0, section 7.2). */
final class AsciiRows implements UnitRows {
    private final AsciiTable table;
    private final List<ColumnCard> columns = new ArrayList<>();

    AsciiRows(AsciiTableHDU unit) {
        table = unit.getData();
        Header header = unit.getHeader();
        for (int place = 0; place < table.getNCols(); place++) {
            columns.add(new ColumnCard(
                    BinaryRows.name(header, place), type(table.getColumnType(place)), BinaryRows.unit(header, place)));
        }
    }

    private static ColumnType type(Class<?> type) {
        if (type == String.class) {
            return ColumnType.TEXT;
        }
        return type == int.class || type == long.class ? ColumnType.INT64 : ColumnType.FLOAT64;
    }

    @Override
    public List<ColumnCard> columns() {
        return columns;
    }

    @Override
    public int rows() {
        return table.getNRows();
    }

    @Override
    public @Nullable Object cell(int column, int row) {
        try {
            Object cell = table.getElement(row, column);
            if (table.isNull(row, column)) {
                return null;
            }
            return switch (cell) {
                case String[] text -> text[0].stripTrailing();
                case int[] whole -> (long) whole[0];
                case long[] whole -> whole[0];
                default -> Numbers.copied(cell, 1, 0)[0];
            };
        } catch (IllegalStateException | IndexOutOfBoundsException e) {
            throw Damage.in("column " + columns.get(column).name() + " in row " + (row + 1), e);
        }
    }
}
