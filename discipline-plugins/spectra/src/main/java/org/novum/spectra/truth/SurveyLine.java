package org.novum.spectra.truth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.novum.api.data.Batches;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;

/**
 * A line as a survey measured it.
 *
 * @param name of the line, as SDSS writes it
 * @param area integrated flux, in the unit of flux times Angstrom
 * @param error of the area; not positive where the survey measured nothing
 * @param width standard deviation, km/s
 */
public record SurveyLine(String name, double area, double error, double width) {
    private static final List<String> COLUMNS = List.of("file", "line", "area", "area_err", "sigma");

    /** Area over error; negative in absorption. */
    public double significance() {
        return area / error;
    }

    /** All lines of the parts that hold such, by the name of their file. */
    public static Map<String, List<SurveyLine>> among(DataHandle data) {
        Map<String, List<SurveyLine>> lines = new TreeMap<>();
        for (DataPart part : data.card().parts()) {
            if (COLUMNS.stream().allMatch(column -> part.column(column).isPresent())) {
                try (Batches batches = data.read(part.name(), COLUMNS)) {
                    while (batches.next()) {
                        add(batches.root(), lines);
                    }
                }
            }
        }
        return lines;
    }

    private static void add(VectorSchemaRoot root, Map<String, List<SurveyLine>> lines) {
        for (int row = 0; row < root.getRowCount(); row++) {
            lines.computeIfAbsent(Truth.nameOf(text(root.getVector("file"), row)), _ -> new ArrayList<>())
                    .add(new SurveyLine(
                            text(root.getVector("line"), row),
                            number(root.getVector("area"), row),
                            number(root.getVector("area_err"), row),
                            number(root.getVector("sigma"), row)));
        }
    }

    private static String text(FieldVector vector, int row) {
        return new String(((VarCharVector) vector).get(row), StandardCharsets.UTF_8);
    }

    private static double number(FieldVector vector, int row) {
        return vector.isNull(row) ? Double.NaN : ((Float8Vector) vector).get(row);
    }
}
