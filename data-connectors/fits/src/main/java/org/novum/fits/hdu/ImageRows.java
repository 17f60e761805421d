package org.novum.fits.hdu;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.Unit;
import org.novum.fits.spectrum.SpectrumException;

/**
 * An image as rows: of one axis, a row for each pixel; of more, a row for each line along the first axis, with its place on
 * the others. Pixels are counted from 1, as FITS does.
 */
final class ImageRows implements UnitRows {
    private static final double MOST_EXACT = 0x1p53;

    private final Hdu unit;
    private final int[] axes;
    private final int rows;
    private final List<ColumnCard> columns = new ArrayList<>();
    private double @Nullable [] line;

    ImageRows(Hdu unit) {
        this.unit = unit;
        this.axes = unit.axes();
        long count = 1;
        for (int axis = 0; axis < axes.length - 1; axis++) {
            count *= axes[axis];
        }
        long all = axes.length == 1 ? axes[0] : count;
        if (all > Integer.MAX_VALUE) {
            throw new SpectrumException("the image has " + all + " lines, which is too many");
        }
        rows = (int) all;
        Unit brightness = unit.text("BUNIT").map(Unit::of).orElse(Unit.ONE);
        if (axes.length == 1) {
            columns.add(new ColumnCard("pixel", ColumnType.INT64, Unit.ONE));
            columns.add(new ColumnCard("value", ColumnType.FLOAT64, brightness));
            return;
        }
        for (int axis = 2; axis <= axes.length; axis++) {
            columns.add(new ColumnCard("axis" + axis, ColumnType.INT64, Unit.ONE));
        }
        columns.add(new ColumnCard("values", ColumnType.FLOAT64_LIST, brightness));
    }

    @Override
    public List<ColumnCard> columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public @Nullable Object cell(int column, int row) {
        if (axes.length == 1) {
            if (column == 0) {
                return row + 1L;
            }
            double[] all = line;
            if (all == null) {
                all = withoutBlanks(unit.row());
                line = all;
            }
            return Double.isNaN(all[row]) ? null : (Object) all[row];
        }
        int[] places = places(row);
        // The library has the slowest axis first, the header has it last.
        return column < places.length ? (Object) (places[places.length - 1 - column] + 1L) : withoutBlanks(unit.row(places));
    }

    private int[] places(int row) {
        int[] places = new int[axes.length - 1];
        int rest = row;
        for (int axis = places.length - 1; axis >= 0; axis--) {
            places[axis] = rest % axes[axis];
            rest /= axes[axis];
        }
        return places;
    }

    /** Scaled pixels are rounded, as all real numbers are; others mean what they say. */
    private void requireExact(double[] values) {
        boolean scaled = unit.has("BSCALE") && unit.number("BSCALE") != 1;
        for (double value : values) {
            if (!scaled && Math.abs(value) >= MOST_EXACT) {
                throw new SpectrumException("the image has whole numbers of 2^53 or more, which no float64 tells apart");
            }
        }
    }

    private double[] withoutBlanks(double[] values) {
        if (unit.has("BLANK") && unit.number("BITPIX") > 0) {
            double scale = unit.has("BSCALE") ? unit.number("BSCALE") : 1;
            double zero = unit.has("BZERO") ? unit.number("BZERO") : 0;
            double blank = unit.number("BLANK") * scale + zero;
            for (int i = 0; i < values.length; i++) {
                values[i] = values[i] == blank ? Double.NaN : values[i];
            }
        }
        if (unit.has("BITPIX") && unit.number("BITPIX") == Long.SIZE) {
            requireExact(values);
        }
        return values;
    }
}
