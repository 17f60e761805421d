package org.novum.fits.spectrum;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.Unit;

/** The columns of a dataset of spectra: one row per spectrum, whichever survey it is from. */
public final class SpectrumColumns {
    /** All columns in order. */
    public static final List<ColumnCard> ALL = List.of(
            new ColumnCard("file", ColumnType.TEXT, Unit.ONE),
            new ColumnCard("index", ColumnType.INT32, Unit.ONE),
            new ColumnCard("object", ColumnType.TEXT, Unit.ONE),
            new ColumnCard("ra", ColumnType.FLOAT64, Unit.of("deg")),
            new ColumnCard("dec", ColumnType.FLOAT64, Unit.of("deg")),
            new ColumnCard("wavelength", ColumnType.FLOAT64_LIST, Unit.of("Angstrom")),
            new ColumnCard("flux", ColumnType.FLOAT64_LIST, Unit.of("flux_unit")),
            new ColumnCard("ivar", ColumnType.FLOAT64_LIST, Unit.of("flux_unit-2")),
            new ColumnCard("mask", ColumnType.INT32_LIST, Unit.ONE),
            new ColumnCard("dispersion", ColumnType.FLOAT64_LIST, Unit.of("Angstrom")),
            new ColumnCard("arm", ColumnType.INT8_LIST, Unit.ONE),
            new ColumnCard("flux_unit", ColumnType.TEXT, Unit.ONE),
            new ColumnCard("problem", ColumnType.TEXT, Unit.ONE));

    /** Column of single exposures: the survey's number of the exposure, null for all of them together. */
    static final ColumnCard EXPOSURE = new ColumnCard("exposure", ColumnType.INT32, Unit.ONE);

    /**
     * Column of single exposures: number of the exposure in its file, from 0, in the order in which they were taken; only
     * where every file has two or more, so that even and odd ones halve the evidence of each object.
     */
    static final ColumnCard TURN = new ColumnCard("turn", ColumnType.INT32, Unit.ONE);

    /** Column of the survey's best models, null where there is none. */
    static final ColumnCard MODEL = new ColumnCard("model", ColumnType.FLOAT64_LIST, Unit.of("flux_unit"));

    private static final List<String> OF_THE_OBJECT = List.of("file", "index", "object", "ra", "dec", "exposure", "turn");

    /** As Arrow stores numbers. */
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private SpectrumColumns() {}

    /** Whether these columns are known without reading a pixel. */
    static boolean areOfTheObject(List<String> columns) {
        return OF_THE_OBJECT.containsAll(columns);
    }

    /**
     * Where a row is from.
     *
     * @param file as rows call it
     * @param index of the row in the file
     * @param exposure the survey's number of the exposure, if the row is one
     */
    record Place(String file, int index, OptionalInt exposure) {}

    /** Writes what is known of an object without reading its pixels. */
    static void write(VectorSchemaRoot root, int slot, Place place, Identity identity) {
        for (FieldVector vector : root.getFieldVectors()) {
            switch (vector.getName()) {
                case "file" -> text(vector, slot, place.file());
                case "index", "turn" -> ((IntVector) vector).setSafe(slot, place.index());
                case "exposure" ->
                    place.exposure()
                            .ifPresentOrElse(
                                    number -> ((IntVector) vector).setSafe(slot, number),
                                    () -> vector.setNull(slot));
                case "object" -> text(vector, slot, identity.object());
                case "ra" -> number(vector, slot, identity.rightAscension());
                case "dec" -> number(vector, slot, identity.declination());
                default -> { }
            }
        }
    }

    /** Writes what the columns of the object do not say. */
    static void write(VectorSchemaRoot root, int slot, SpectrumRow row) {
        switch (row) {
            case SpectrumRow.Spectrum spectrum -> {
                Pixels pixels = spectrum.pixels();
                for (FieldVector vector : root.getFieldVectors()) {
                    switch (vector.getName()) {
                        case "wavelength" -> doubles(vector, slot, pixels.wavelength());
                        case "flux" -> doubles(vector, slot, pixels.flux());
                        case "ivar" -> doubles(vector, slot, pixels.inverseVariance());
                        case "mask" -> integers((ListVector) vector, slot, pixels.mask());
                        case "dispersion" -> doubles(vector, slot, pixels.dispersion());
                        case "arm" -> bytes((ListVector) vector, slot, pixels.arm());
                        case "model" -> doubles(vector, slot, spectrum.model());
                        case "flux_unit" -> text(vector, slot, spectrum.unit().symbol());
                        case "problem" -> vector.setNull(slot);
                        default -> { }
                    }
                }
            }
            case SpectrumRow.Unreadable unreadable -> {
                for (FieldVector vector : root.getFieldVectors()) {
                    switch (vector.getName()) {
                        case "wavelength", "flux", "ivar" -> doubles(vector, slot, new double[0]);
                        case "mask" -> integers((ListVector) vector, slot, new int[0]);
                        case "dispersion", "arm", "flux_unit", "model" -> vector.setNull(slot);
                        case "problem" -> text(vector, slot, unreadable.problem());
                        default -> { }
                    }
                }
            }
        }
    }

    private static void text(FieldVector vector, int slot, @Nullable String text) {
        if (text == null) {
            vector.setNull(slot);
        } else {
            ((VarCharVector) vector).setSafe(slot, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void number(FieldVector vector, int slot, double number) {
        if (Double.isNaN(number)) {
            vector.setNull(slot);
        } else {
            ((Float8Vector) vector).setSafe(slot, number);
        }
    }

    private static void doubles(FieldVector vector, int slot, double @Nullable [] numbers) {
        if (numbers == null) {
            vector.setNull(slot);
            return;
        }
        ListVector lists = (ListVector) vector;
        MemorySegment space = space(lists, slot, numbers.length, Double.BYTES);
        MemorySegment.copy(numbers, 0, space, DOUBLE, 0, numbers.length);
        lists.endValue(slot, numbers.length);
    }

    private static void integers(ListVector lists, int slot, int[] numbers) {
        MemorySegment space = space(lists, slot, numbers.length, Integer.BYTES);
        MemorySegment.copy(numbers, 0, space, INT, 0, numbers.length);
        lists.endValue(slot, numbers.length);
    }

    private static void bytes(ListVector lists, int slot, byte @Nullable [] numbers) {
        if (numbers == null) {
            lists.setNull(slot);
            return;
        }
        MemorySegment space = space(lists, slot, numbers.length, Byte.BYTES);
        MemorySegment.copy(numbers, 0, space, ValueLayout.JAVA_BYTE, 0, numbers.length);
        lists.endValue(slot, numbers.length);
    }

    /** Makes room for the items of one row, all of them valid: setting them one by one takes longer than decoding them. */
    private static MemorySegment space(ListVector lists, int slot, int count, int size) {
        int first = lists.startNewValue(slot);
        BaseFixedWidthVector items = (BaseFixedWidthVector) lists.getDataVector();
        while (items.getValueCapacity() < first + count) {
            items.reAlloc();
        }
        if (count > 0) {
            long byteOfFirst = first / Byte.SIZE;
            items.getValidityBuffer().setOne(byteOfFirst, (first + count + Byte.SIZE - 1) / Byte.SIZE - byteOfFirst);
        }
        return MemorySegment.ofBuffer(items.getDataBuffer().nioBuffer((long) first * size, count * size));
    }
}
