package org.novum.spectra.operation;

import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.Unit;

/** Columns of results. */
final class Columns {
    private Columns() {}

    static ColumnCard text(String name) {
        return new ColumnCard(name, ColumnType.TEXT, Unit.ONE);
    }

    static ColumnCard number(String name) {
        return new ColumnCard(name, ColumnType.FLOAT64, Unit.ONE);
    }

    static ColumnCard number(String name, String unit) {
        return new ColumnCard(name, ColumnType.FLOAT64, Unit.of(unit));
    }
}
