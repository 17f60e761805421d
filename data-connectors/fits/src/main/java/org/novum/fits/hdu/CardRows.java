package org.novum.fits.hdu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nom.tam.fits.Header;
import nom.tam.fits.HeaderCard;
import nom.tam.util.Cursor;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.Unit;

/** The cards of a header, one a row: keyword, type and value as text, and what stands behind the stroke. */
final class CardRows implements UnitRows {
    private static final List<ColumnCard> COLUMNS = List.of(
            new ColumnCard("keyword", ColumnType.TEXT, Unit.ONE),
            new ColumnCard("type", ColumnType.TEXT, Unit.ONE),
            new ColumnCard("value", ColumnType.TEXT, Unit.ONE),
            new ColumnCard("comment", ColumnType.TEXT, Unit.ONE));

    private final List<List<@Nullable String>> cards = new ArrayList<>();

    CardRows(Header header) {
        Cursor<String, HeaderCard> all = header.iterator();
        while (all.hasNext()) {
            HeaderCard card = all.next();
            List<@Nullable String> row = new ArrayList<>();
            row.add(card.getKey());
            row.add(type(card));
            row.add(card.getValue());
            row.add(card.getComment());
            cards.add(row);
        }
    }

    private static String type(HeaderCard card) {
        if (!card.isKeyValuePair()) {
            return "remark";
        }
        Class<?> type = Optional.<Class<?>>ofNullable(card.valueType()).orElse(String.class);
        if (type == Boolean.class) {
            return "logical";
        }
        if (type == String.class) {
            return "text";
        }
        return type == Double.class || type == Float.class || type == java.math.BigDecimal.class ? "real" : "whole";
    }

    @Override
    public List<ColumnCard> columns() {
        return COLUMNS;
    }

    @Override
    public int rows() {
        return cards.size();
    }

    @Override
    public @Nullable Object cell(int column, int row) {
        return cards.get(row).get(column);
    }
}
