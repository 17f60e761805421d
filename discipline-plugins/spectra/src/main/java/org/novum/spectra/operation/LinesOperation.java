package org.novum.spectra.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataHandle;
import org.novum.api.data.Unit;
import org.novum.api.discipline.NamesFile;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationCard;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.Parameter;
import org.novum.api.discipline.StepContext;
import org.novum.spectra.line.LineFit;
import org.novum.spectra.line.MeasuredLine;
import org.novum.spectra.line.StellarLight;
import org.novum.spectra.redshift.Candidate;
import org.novum.spectra.redshift.Redshift;
import org.novum.spectra.redshift.RedshiftPipeline;
import org.novum.spectra.redshift.StarsOfGalaxies;
import org.novum.spectra.spectrum.BadPixels;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.spectrum.SpectrumRows;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.Template;
import org.novum.spectra.template.TemplateFile;

/** Emission lines of every galaxy and quasar. */
public final class LinesOperation implements Operation<LinesOperation.Input> {
    /** A line counts as found from this significance on: noise is as high once in ten thousand times. */
    static final double USUAL_SIGNIFICANCE = 3.7;

    private static final List<ColumnCard> COLUMNS = List.of(
            Columns.text("file"),
            new ColumnCard("index", ColumnType.INT64, Unit.ONE),
            Columns.text("line"),
            Columns.number("wave_rest", "Angstrom"),
            Columns.number("wave_obs", "Angstrom"),
            Columns.number("flux", "flux_unit Angstrom"),
            Columns.number("flux_err", "flux_unit Angstrom"),
            Columns.number("sigma", "km/s"),
            Columns.number("sigma_err", "km/s"),
            Columns.number("ew", "Angstrom"),
            Columns.number("ew_err", "Angstrom"),
            Columns.number("continuum", "flux_unit"),
            Columns.text("class"),
            Columns.number("z"),
            Columns.text("problem"));

    /**
     * Its parameters.
     *
     * @param significance of the lines that are listed
     * @param templates file of templates
     */
    public record Input(
            @Parameter("flux over error from which a line is listed; 3.7 if left out") Optional<Double> significance,
            @NamesFile @Parameter("file of templates that spectra.train wrote; the shipped ones if left out")
            Optional<String> templates) {}

    @Override
    public OperationCard card() {
        return new OperationCard(
                "spectra.lines",
                "Measures the emission lines of galaxies and quasars at the redshift that spectra.redshift finds, over the light"
                        + " of the galaxy's stars.",
                "One row per line: wavelengths at rest and as observed (vacuum), flux, width, equivalent width, each with"
                        + " error; a row with the reason for a spectrum without lines.");
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public OperationResult run(Input parameters, DataHandle data, StepContext context) {
        double least = parameters.significance().orElse(USUAL_SIGNIFICANCE);
        if (!(least >= 0)) {
            throw new IllegalArgumentException("significance is " + least + "; give a number that is not negative");
        }
        List<Template> templates = parameters.templates().map(TemplateFile::file).orElseGet(TemplateFile::shipped);
        Measurement measurement =
                new Measurement(new RedshiftPipeline(templates), new StarsOfGalaxies(templates), least);
        long total = SpectrumRows.parts(data).stream().mapToLong(part -> part.rows()).sum();
        List<List<Object>> rows = new ArrayList<>();
        long[] done = {0};
        SpectrumRows.forEachBatch(data, batch -> {
            context.map(batch, raw -> rows(raw, measurement)).forEach(rows::addAll);
            done[0] += batch.size();
            context.progress("spectra", done[0], total);
        });
        return new OperationResult.Table(COLUMNS, rows);
    }

    /** How lines are measured, and from which significance on they are told. */
    private record Measurement(RedshiftPipeline pipeline, StellarLight stars, double least) {}

    private static List<List<Object>> rows(RawSpectrum raw, Measurement measurement) {
        Redshift redshift = measurement.pipeline().redshift(raw);
        if (redshift.best().isEmpty()) {
            return List.of(without(raw, redshift, redshift.problem()));
        }
        Candidate best = redshift.best().get();
        if (best.spectralClass() == SpectralClass.STAR) {
            return List.of(without(raw, redshift, "a star: emission lines are sought in galaxies and quasars"));
        }
        GridSpectrum spectrum = BadPixels.cleaned(raw);
        List<List<Object>> rows = new ArrayList<>();
        new LineFit(spectrum, best.redshift(), measurement.stars())
                .lines().stream()
                        .filter(line -> line.significance() >= measurement.least())
                        .forEach(line -> rows.add(row(raw, best, line)));
        return rows.isEmpty()
                ? List.of(without(raw, redshift, "no line of " + measurement.least() + " standard deviations"))
                : rows;
    }

    private static List<Object> row(RawSpectrum raw, Candidate best, MeasuredLine line) {
        List<Object> row = new ArrayList<>();
        row.add(raw.file());
        row.add((long) raw.index());
        row.add(line.line().label());
        row.add(line.line().wavelength());
        row.add(line.observed());
        row.add(line.flux());
        row.add(line.fluxError());
        row.add(line.width());
        row.add(line.widthError());
        row.add(known(line.equivalentWidth()));
        row.add(known(line.equivalentWidthError()));
        row.add(line.continuum());
        row.add(best.spectralClass().name());
        row.add(best.redshift());
        row.add(null);
        return row;
    }

    private static List<Object> without(RawSpectrum raw, Redshift redshift, String reason) {
        List<Object> row = new ArrayList<>(COLUMNS.size());
        row.add(raw.file());
        row.add((long) raw.index());
        while (row.size() < COLUMNS.size() - 3) {
            row.add(null);
        }
        row.add(redshift.spectralClass().map(Enum::name).orElse(null));
        row.add(redshift.value());
        row.add(reason);
        return row;
    }

    private static Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
