package org.novum.spectra.spectrum;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.Batches;
import org.novum.api.data.DataException;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;

/** Reads spectra from the rows of a dataset, batch by batch. */
public final class SpectrumRows {
    /** Nothing else is read: no survey, no header, no class or redshift of another pipeline. */
    private static final List<String> COLUMNS =
            List.of("file", "index", "object", "wavelength", "flux", "ivar", "mask", "problem");

    private static final String FLUX_UNIT = "flux_unit";

    /** Column of the survey's models, which training alone reads. */
    private static final String MODEL = "model";

    private SpectrumRows() {}

    /** Whether a part holds spectra, and not templates. */
    public static boolean holds(DataPart part) {
        return PartKind.of(part) == PartKind.SPECTRA;
    }

    /** The parts that hold spectra. */
    public static List<DataPart> parts(DataHandle data) {
        List<DataPart> parts = data.card().parts().stream().filter(SpectrumRows::holds).toList();
        if (parts.isEmpty()) {
            throw new DataException(
                    "dataset " + data.card().name() + ", column wavelength",
                    "no part holds spectra",
                    "give files or folders of spectra, such as FITS or VOTable");
        }
        parts.forEach(SpectrumRows::refuseMissing);
        return parts;
    }

    private static void refuseMissing(DataPart part) {
        for (String column : COLUMNS) {
            if (part.column(column).isEmpty()) {
                throw new DataException(
                        part.uri() + ", column " + column,
                        "there is no such column",
                        "a part of spectra has the columns " + String.join(", ", COLUMNS));
            }
        }
    }

    /**
     * Gives all spectra of all parts, in order, one batch at a time, so that memory does not grow with the dataset.
     *
     * @throws DataException if a column is missing
     */
    public static void forEachBatch(DataHandle data, Consumer<List<RawSpectrum>> use) {
        for (DataPart part : parts(data)) {
            List<String> columns = new ArrayList<>(COLUMNS);
            part.column(FLUX_UNIT).ifPresent(unit -> columns.add(unit.name()));
            part.column(Exposures.EXPOSURE).ifPresent(exposure -> columns.add(exposure.name()));
            try (Batches batches = data.read(part.name(), columns)) {
                while (batches.next()) {
                    use.accept(spectra(batches.root()));
                }
            }
        }
    }

    /**
     * The survey's models on the common grid, by the place of their spectra; none where the dataset has no such column.
     *
     * @throws DataException if a column is missing
     */
    public static Map<String, GridSpectrum> models(DataHandle data) {
        Map<String, GridSpectrum> models = new HashMap<>();
        for (DataPart part : parts(data)) {
            if (part.column(MODEL).isPresent()) {
                try (Batches batches = data.read(part.name(), List.of("file", "index", "wavelength", MODEL))) {
                    while (batches.next()) {
                        VectorSchemaRoot root = batches.root();
                        for (int row = 0; row < root.getRowCount(); row++) {
                            RawSpectrum model = model(root, row);
                            if (model.flux().length > 0) {
                                models.put(model.place(), Resampling.onGrid(model));
                            }
                        }
                    }
                }
            }
        }
        return models;
    }

    private static RawSpectrum model(VectorSchemaRoot root, int row) {
        double[] flux = numbers(root.getVector(MODEL), row);
        double[] even = new double[flux.length];
        Arrays.fill(even, 1);
        String file = text(root.getVector("file"), row);
        double[] wavelength = flux.length == 0 ? flux : numbers(root.getVector("wavelength"), row);
        return new RawSpectrum(
                file == null ? "" : file,
                (int) number(root.getVector("index"), row),
                null,
                wavelength,
                flux,
                even,
                new int[0],
                null);
    }

    private static List<RawSpectrum> spectra(VectorSchemaRoot root) {
        return java.util.stream.IntStream.range(0, root.getRowCount())
                .mapToObj(row -> spectrum(root, row))
                .toList();
    }

    private static RawSpectrum spectrum(VectorSchemaRoot root, int row) {
        double[] wavelength = numbers(root.getVector("wavelength"), row);
        double[] flux = numbers(root.getVector("flux"), row);
        double[] ivar = numbers(root.getVector("ivar"), row);
        double[] flags = numbers(root.getVector("mask"), row);
        String problem = text(root.getVector("problem"), row);
        if (problem == null && (flux.length != wavelength.length || ivar.length != wavelength.length)) {
            problem = "wavelength, flux and ivar are of " + wavelength.length + ", " + flux.length + " and " + ivar.length
                    + " pixels";
        }
        int[] mask = new int[flags.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (int) flags[i];
        }
        String file = text(root.getVector("file"), row);
        return new RawSpectrum(
                file == null ? "" : file,
                (int) number(root.getVector("index"), row),
                text(root.getVector("object"), row),
                wavelength,
                flux,
                ivar,
                mask.length == wavelength.length ? mask : new int[0],
                problem,
                root.getVector(FLUX_UNIT) == null ? null : text(root.getVector(FLUX_UNIT), row),
                exposure(root.getVector(Exposures.EXPOSURE), row));
    }

    private static @Nullable Integer exposure(@Nullable FieldVector vector, int row) {
        return vector == null || vector.isNull(row) ? null : Integer.valueOf((int) number(vector, row));
    }

    private static @Nullable String text(FieldVector vector, int row) {
        return vector.isNull(row) ? null : new String(((VarCharVector) vector).get(row), StandardCharsets.UTF_8);
    }

    private static double number(FieldVector vector, int row) {
        return switch (vector) {
            case FieldVector any when any.isNull(row) -> 0;
            case IntVector numbers -> numbers.get(row);
            case BigIntVector numbers -> numbers.get(row);
            case Float8Vector numbers -> numbers.get(row);
            default -> 0;
        };
    }

    private static double[] numbers(FieldVector vector, int row) {
        ListVector lists = (ListVector) vector;
        if (lists.isNull(row)) {
            return new double[0];
        }
        int from = lists.getElementStartIndex(row);
        double[] values = new double[lists.getElementEndIndex(row) - from];
        switch (lists.getDataVector()) {
            case Float8Vector numbers -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = numbers.isNull(from + i) ? Double.NaN : numbers.get(from + i);
                }
            }
            case IntVector numbers -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = numbers.get(from + i);
                }
            }
            default -> throw new IllegalStateException(
                    "column " + vector.getName() + " holds lists of " + lists.getDataVector().getField().getType());
        }
        return values;
    }
}
