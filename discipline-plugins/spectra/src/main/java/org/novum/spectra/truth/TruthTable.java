package org.novum.spectra.truth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.novum.api.data.Batches;
import org.novum.api.data.DataException;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;
import org.novum.spectra.spectrum.SpectrumRows;
import org.novum.spectra.template.SpectralClass;

/**
 * A table of known objects: {@code file}, {@code class} and {@code z}, and where there are such columns
 * {@code zwarning}, {@code group}, {@code lasp_rv_kms}, {@code teff}, {@code logg} and {@code feh}.
 */
public final class TruthTable {
    private static final List<String> REQUIRED = List.of("file", "class", "z");
    private static final List<String> OPTIONAL = List.of("zwarning", "group", "lasp_rv_kms", "teff", "logg", "feh");
    private static final Set<String> CLASSES =
            Stream.of(SpectralClass.values()).map(SpectralClass::name).collect(Collectors.toSet());

    private TruthTable() {}

    /**
     * Reads it from the part of the data that has its columns and no spectra.
     *
     * @return truth by the name of the file
     * @throws DataException if there is no such part, or a row cannot be
     */
    public static Map<String, Truth> read(DataHandle data) {
        Map<String, Truth> truths = new TreeMap<>();
        for (DataPart part : parts(data)) {
            List<String> columns = new ArrayList<>(REQUIRED);
            OPTIONAL.stream().filter(column -> part.column(column).isPresent()).forEach(columns::add);
            try (Batches batches = data.read(part.name(), columns)) {
                long line = 2;
                while (batches.next()) {
                    for (int row = 0; row < batches.root().getRowCount(); row++) {
                        Truth truth = truth(batches.root(), row, part.uri() + ", row " + line++);
                        truths.put(truth.name(), truth);
                    }
                }
            }
        }
        return truths;
    }

    /** The parts that hold truth. */
    public static List<DataPart> parts(DataHandle data) {
        List<DataPart> parts = data.card().parts().stream()
                .filter(part -> !SpectrumRows.holds(part))
                .filter(part -> REQUIRED.stream().allMatch(column -> part.column(column).isPresent()))
                .toList();
        if (parts.isEmpty()) {
            throw new DataException(
                    "dataset " + data.card().name() + ", columns " + String.join(", ", REQUIRED),
                    "no part tells what the objects are",
                    "name a table with the columns file, class and z as truth");
        }
        return parts;
    }

    private static Truth truth(VectorSchemaRoot root, int row, String place) {
        String spectralClass = text(root, "class", row);
        if (!CLASSES.contains(spectralClass)) {
            throw new DataException(
                    place + ", column class",
                    "'" + spectralClass + "' is no class",
                    "write one of " + String.join(", ", CLASSES.stream().sorted().toList()));
        }
        String file = text(root, "file", row);
        double warning = number(root, "zwarning", row, place);
        String group = text(root, "group", row);
        double redshift = number(root, "z", row, place);
        if (Double.isNaN(redshift)) {
            throw new DataException(place + ", column z", "the redshift is missing", "leave the row out");
        }
        return new Truth(
                file,
                SpectralClass.valueOf(spectralClass),
                redshift,
                Double.isNaN(warning) ? 0 : (int) warning,
                group.isEmpty() ? file : group,
                number(root, "lasp_rv_kms", row, place),
                number(root, "teff", row, place),
                number(root, "logg", row, place),
                number(root, "feh", row, place));
    }

    private static String text(VectorSchemaRoot root, String column, int row) {
        FieldVector vector = root.getVector(column);
        return switch (vector) {
            case null -> "";
            case FieldVector any when any.isNull(row) -> "";
            case VarCharVector texts -> new String(texts.get(row), StandardCharsets.UTF_8);
            case BigIntVector numbers -> Long.toString(numbers.get(row));
            case IntVector numbers -> Integer.toString(numbers.get(row));
            case Float8Vector numbers -> Double.isNaN(numbers.get(row)) ? "" : Double.toString(numbers.get(row));
            default -> "";
        };
    }

    private static double number(VectorSchemaRoot root, String column, int row, String place) {
        String text = text(root, column, row);
        try {
            return text.isBlank() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new DataException(place + ", column " + column, "'" + text + "' is no number", "correct it");
        }
    }
}
