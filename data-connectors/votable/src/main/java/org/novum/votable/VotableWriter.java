package org.novum.votable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.Unit;
import org.novum.api.discipline.OperationResult;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOTableVersion;
import uk.ac.starlink.votable.VOTableWriter;

/** Writes a result as a VOTable 1.4 with TABLEDATA; the same table gives the same bytes. */
public final class VotableWriter {
    private VotableWriter() {}

    /**
     * The document.
     *
     * @param name of the table
     * @param table with numbers and texts; a missing value stays one
     */
    public static byte[] write(String name, OperationResult.Table table) {
        RowListStarTable rows =
                new RowListStarTable(table.columns().stream().map(VotableWriter::info).toArray(ColumnInfo[]::new));
        rows.setName(name);
        for (List<Object> row : table.rows()) {
            Object[] cells = new Object[table.columns().size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cell(table.columns().get(i), row.get(i));
            }
            rows.addRow(cells);
        }
        VOTableWriter writer = new VOTableWriter(DataFormat.TABLEDATA, true, VOTableVersion.V14);
        writer.setWriteDate(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.writeStarTable(rows, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory took no table", e);
        }
        return out.toByteArray();
    }

    private static ColumnInfo info(ColumnCard card) {
        ColumnInfo info = new ColumnInfo(
                card.name(),
                switch (card.type()) {
                    case FLOAT64 -> Double.class;
                    case INT64, INT32 -> Long.class;
                    case TEXT -> String.class;
                    case FLOAT64_LIST, INT64_LIST, INT32_LIST, INT8_LIST -> throw listed(card);
                },
                null);
        if (!card.unit().equals(Unit.ONE)) {
            info.setUnitString(card.unit().symbol());
        }
        return info;
    }

    private static @Nullable Object cell(ColumnCard card, @Nullable Object value) {
        return switch (card.type()) {
            case FLOAT64 -> value instanceof Number number ? (Object) number.doubleValue() : null;
            case INT64, INT32 -> value instanceof Number number ? (Object) number.longValue() : null;
            case TEXT -> value == null ? null : value.toString();
            case FLOAT64_LIST, INT64_LIST, INT32_LIST, INT8_LIST -> throw listed(card);
        };
    }

    private static IllegalArgumentException listed(ColumnCard card) {
        return new IllegalArgumentException("a result has one value in each cell, and " + card.name() + " has lists");
    }
}
