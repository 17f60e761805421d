package org.novum.disciplinetemplate;

import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;

/**
 * The values of the response in two groups of one part.
 *
 * @param first values of the first group, in row order
 * @param second values of the second group, in row order
 */
record Groups(double[] first, double[] second) {
    /**
     * Reads them; rows of other groups are left out.
     *
     * @throws DataException if a column is missing or of the wrong type, or a value is missing
     */
    static Groups read(DataHandle data, MeanShift claim) {
        DataPart part = data.card().part(claim.part());
        requireColumn(part, claim.response(), ColumnType.FLOAT64);
        requireColumn(part, claim.group(), ColumnType.TEXT);
        DoubleStream.Builder first = DoubleStream.builder();
        DoubleStream.Builder second = DoubleStream.builder();
        long row = 0;
        try (Batches batches = data.read(part.name(), List.of(claim.response(), claim.group()))) {
            while (batches.next()) {
                Float8Vector values = (Float8Vector) batches.root().getVector(0);
                VarCharVector groups = (VarCharVector) batches.root().getVector(1);
                for (int slot = 0; slot < batches.root().getRowCount(); slot++, row++) {
                    String group = groups.isNull(slot) ? "" : groups.getObject(slot).toString();
                    if (group.equals(claim.first())) {
                        first.add(value(values, slot, part, row));
                    } else if (group.equals(claim.second())) {
                        second.add(value(values, slot, part, row));
                    }
                }
            }
        }
        return new Groups(first.build().toArray(), second.build().toArray());
    }

    private static double value(Float8Vector values, int slot, DataPart part, long row) {
        if (values.isNull(slot) || !Double.isFinite(values.get(slot))) {
            throw new DataException(
                    part.uri() + ", row " + (row + 1) + " of this partition, column " + values.getName(),
                    "the value is missing or not finite",
                    "correct it or leave the row out");
        }
        return values.get(slot);
    }

    private static void requireColumn(DataPart part, String column, ColumnType type) {
        ColumnCard card = part.column(column)
                .orElseThrow(() -> new DataException(
                        part.uri() + ", column " + column,
                        "there is no such column",
                        "the columns are "
                                + String.join(", ", part.columns().stream().map(ColumnCard::name).toList())));
        if (card.type() != type) {
            throw new DataException(
                    part.uri() + ", column " + column, "it holds " + card.type(), "name a column of " + type);
        }
    }
}
