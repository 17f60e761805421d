package org.novum.spectra.study;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.novum.api.data.Batches;
import org.novum.api.data.DataException;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;
import org.novum.spectra.spectrum.SpectrumRows;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.truth.Samples;
import org.novum.spectra.truth.Truth;

/** What a survey's table, a part of the data with the columns file, class and z, claims of objects. */
final class SurveyTable {
    private static final List<String> COLUMNS = List.of("file", "class", "z");

    private SurveyTable() {}

    /**
     * The claims by the object's name, that of its file without ending.
     *
     * @throws DataException if no part is such a table
     */
    static Map<String, Claim> claims(DataHandle data) {
        List<DataPart> tables = data.card().parts().stream()
                .filter(part -> !SpectrumRows.holds(part)
                        && COLUMNS.stream().allMatch(column -> part.column(column).isPresent()))
                .toList();
        if (tables.isEmpty()) {
            throw new DataException(
                    "dataset " + data.card().name(),
                    "no part is a survey's table, with the columns " + String.join(", ", COLUMNS),
                    "name one among the data, or list the claims in the study");
        }
        Map<String, Claim> claims = new LinkedHashMap<>();
        for (DataPart table : tables) {
            try (Batches batches = data.read(table.name(), COLUMNS)) {
                while (batches.next()) {
                    for (int row = 0; row < batches.root().getRowCount(); row++) {
                        add(batches, row, claims);
                    }
                }
            }
        }
        return claims;
    }

    private static void add(Batches batches, int row, Map<String, Claim> claims) {
        String object = Samples.stem(Truth.nameOf(text(batches.root().getVector("file"), row)));
        String spectralClass = text(batches.root().getVector("class"), row);
        double redshift = number(batches.root().getVector("z"), row);
        boolean known = Arrays.stream(SpectralClass.values()).anyMatch(one -> one.name().equals(spectralClass));
        if (known && Double.isFinite(redshift)) {
            Claim claim = new Claim(object, SpectralClass.valueOf(spectralClass), redshift);
            if (ClaimOptions.problem(claim.json()).isEmpty()) {
                claims.put(object, claim);
            }
        }
    }

    private static String text(FieldVector vector, int row) {
        return vector instanceof VarCharVector texts && !texts.isNull(row)
                ? new String(texts.get(row), StandardCharsets.UTF_8)
                : "";
    }

    private static double number(FieldVector vector, int row) {
        return switch (vector) {
            case FieldVector any when any.isNull(row) -> Double.NaN;
            case Float8Vector numbers -> numbers.get(row);
            case BigIntVector numbers -> numbers.get(row);
            case VarCharVector texts -> parsed(text(texts, row));
            default -> Double.NaN;
        };
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException _) {
            return Double.NaN; // an empty cell claims nothing
        }
    }
}
