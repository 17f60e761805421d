package org.novum.fits.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.novum.fits.hdu.FitsContent;
import org.novum.fits.hdu.Hdu;
import org.novum.fits.spectrum.FileSource;

/**
 * A line as a survey fitted it: a row of the table that SDSS names {@code SPZLINE}, the third extension of its files
 * (Bolton et al. 2012, AJ 144, 144). What was not measured has an error that is not positive.
 *
 * @param file of the spectrum
 * @param name as the survey writes it
 * @param numbers in the order of {@link #COLUMNS}
 */
record SurveyLine(String file, String name, double[] numbers) {
    /** Columns of the survey. */
    static final List<String> COLUMNS = List.of(
            "LINEWAVE", "LINEZ", "LINEZ_ERR", "LINESIGMA", "LINESIGMA_ERR", "LINEAREA", "LINEAREA_ERR", "LINEEW", "LINEEW_ERR");

    /** Lines of a file, in its order; none if it has no such table. */
    static List<SurveyLine> of(FileSource file, byte[] content) {
        if (!FitsContent.recognises(content)) {
            return List.of();
        }
        FitsContent units = FitsContent.of(content);
        // Not all files name the extension.
        Optional<Hdu> table = units.named("SPZLINE").or(() -> units.unit(3)).filter(SurveyLine::isOfLines);
        if (table.isEmpty()) {
            return List.of();
        }
        List<double[]> columns = COLUMNS.stream().map(table.get()::numbers).toList();
        List<SurveyLine> lines = new ArrayList<>();
        for (int row = 0; row < table.get().rows(); row++) {
            int one = row;
            lines.add(new SurveyLine(
                    file.label(),
                    table.get().word("LINENAME", row),
                    columns.stream().mapToDouble(column -> column[one]).toArray()));
        }
        return lines;
    }

    private static boolean isOfLines(Hdu unit) {
        return unit.hasColumn("LINENAME") && COLUMNS.stream().allMatch(unit::hasColumn);
    }
}
