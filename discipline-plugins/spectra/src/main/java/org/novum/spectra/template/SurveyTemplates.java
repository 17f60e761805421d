package org.novum.spectra.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.novum.api.data.Batches;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.PartKind;
import org.novum.spectra.spectrum.SpectraException;

/** Templates of surveys that are among the data: a part with a row per vector is the basis of one class. */
public final class SurveyTemplates {
    private static final String SPECTRUM = "SPECTRUM";

    /** Signal-to-noise ratio per pixel, squared, that a spectrum among templates counts with when a basis is made of them. */
    private static final double WEIGHT = 400;

    /** Fewer pixels at rest are no spectrum of a star. */
    private static final int FEWEST = 1500;

    private SurveyTemplates() {}

    /**
     * The templates among the data, and those of the trained ones whose class none of them has.
     *
     * @param data with parts of templates
     * @param files asked for: what the user calls each, and what the URI of its part is
     * @param trained one per class; they say what coefficients are usual
     * @throws SpectraException if a file holds no templates, or some that cannot be used
     */
    public static List<Template> among(DataHandle data, Map<String, String> files, List<Template> trained) {
        List<DataPart> all = data.card().parts().stream()
                .filter(part -> PartKind.of(part) == PartKind.TEMPLATES)
                .toList();
        List<DataPart> parts = new ArrayList<>();
        files.forEach((name, uri) -> parts.add(all.stream()
                .filter(part -> part.uri().equals(uri))
                .findFirst()
                .orElseThrow(() -> new SpectraException(name
                        + ": these are no templates; name a file of eigenspectra of SDSS (spEigen) or redrock (rrtemplate), or"
                        + " one that spectra.train wrote"))));
        List<Template> given = parts.stream().map(part -> template(data, part, trained)).toList();
        return Stream.concat(
                        given.stream(),
                        trained.stream()
                                .filter(one -> given.stream()
                                        .noneMatch(other -> other.spectralClass() == one.spectralClass())))
                .toList();
    }

    /** A row. */
    private record Row(String spectralClass, String kind, double lowest, double highest, SurveyVector vector) {}

    private static Template template(DataHandle data, DataPart part, List<Template> trained) {
        List<Row> rows = new ArrayList<>();
        try (Batches batches = data.read(part.name(), PartKind.OF_TEMPLATES)) {
            while (batches.next()) {
                VectorSchemaRoot root = batches.root();
                IntStream.range(0, root.getRowCount()).forEach(row -> rows.add(row(root, row)));
            }
        }
        SpectralClass spectralClass = Stream.of(SpectralClass.values())
                .filter(one -> rows.stream().allMatch(row -> row.spectralClass().equals(one.name())))
                .findFirst()
                .orElseThrow(() -> new SpectraException(part.uri() + ": templates of class "
                        + rows.getFirst().spectralClass() + "; name some of GALAXY, QSO or STAR"));
        if (rows.stream().anyMatch(row -> row.vector().end() - row.vector().first() < FEWEST)) {
            throw new SpectraException(part.uri() + ": a template has fewer than " + FEWEST
                    + " pixels between 776 and 11,220 Angstrom at rest; name others");
        }
        if (rows.stream().allMatch(row -> row.kind().equals(SPECTRUM))) {
            return TemplateTrainer.train(
                    spectralClass, rows.stream().map(row -> sample(part, spectralClass, row)).toList(), (_, one) -> one.redshift());
        }
        Template known = trained.stream()
                .filter(one -> one.spectralClass() == spectralClass)
                .findFirst()
                .orElseThrow(() -> new SpectraException(part.uri() + ": no trained template of class " + spectralClass
                        + " says what is usual; train one with spectra.train"));
        Row first = rows.getFirst();
        ShiftRange shifts = Double.isNaN(first.lowest())
                ? ShiftRange.of(spectralClass)
                : ShiftRange.of(spectralClass, first.lowest(), first.highest());
        if (shifts.last() <= shifts.first()) {
            throw new SpectraException(part.uri() + ": templates for redshifts from " + first.lowest() + " to "
                    + first.highest() + ", outside those that are searched for class " + spectralClass);
        }
        return SurveyBasis.template(rows.stream().map(Row::vector).toList(), known, shifts);
    }

    /** A spectrum at rest as if it had been observed without noise that matters. */
    private static TrainingSpectrum sample(DataPart part, SpectralClass spectralClass, Row row) {
        double[] rest = row.vector().flux();
        double[] flux = new double[LogGrid.PIXELS];
        double[] ivar = new double[LogGrid.PIXELS];
        double level = 0;
        for (double value : row.vector().covered()) {
            level += Math.abs(value) / (row.vector().end() - row.vector().first());
        }
        for (int i = 0; i < flux.length; i++) {
            int pixel = LogGrid.OFFSET + i;
            if (pixel >= row.vector().first() && pixel < row.vector().end() && rest[pixel] != 0) {
                flux[i] = rest[pixel] / level;
                ivar[i] = WEIGHT;
            }
        }
        return new TrainingSpectrum(
                part.uri(), GridSpectrum.of(flux, ivar), spectralClass, 0, TrainingSpectrum.Precision.PRECISE);
    }

    private static Row row(VectorSchemaRoot root, int row) {
        return new Row(
                text(root.getVector("class"), row),
                text(root.getVector("kind"), row),
                number(root.getVector("z_min"), row),
                number(root.getVector("z_max"), row),
                SurveyVector.of(numbers(root.getVector("wavelength"), row), numbers(root.getVector("flux"), row)));
    }

    private static String text(FieldVector vector, int row) {
        return vector.isNull(row) ? "" : new String(((VarCharVector) vector).get(row), StandardCharsets.UTF_8);
    }

    private static double number(FieldVector vector, int row) {
        return vector.isNull(row) ? Double.NaN : ((Float8Vector) vector).get(row);
    }

    private static double[] numbers(FieldVector vector, int row) {
        ListVector lists = (ListVector) vector;
        int from = lists.getElementStartIndex(row);
        Float8Vector items = (Float8Vector) lists.getDataVector();
        return IntStream.range(from, lists.getElementEndIndex(row)).mapToDouble(items::get).toArray();
    }
}
