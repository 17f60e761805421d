package org.novum.spectra.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.novum.spectra.parameter.StarFeatures;
import org.novum.spectra.parameter.StarLabels;
import org.novum.spectra.parameter.StarModel;
import org.novum.spectra.redshift.Candidate;
import org.novum.spectra.redshift.Redshift;
import org.novum.spectra.redshift.RedshiftPipeline;
import org.novum.spectra.spectrum.BadPixels;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.spectrum.SpectrumRows;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.TemplateFile;

/** Velocity, temperature, gravity and metallicity of every star. */
public final class ParametersOperation implements Operation<ParametersOperation.Input> {
    private static final List<ColumnCard> COLUMNS = List.of(
            Columns.text("file"),
            new ColumnCard("index", ColumnType.INT64, Unit.ONE),
            Columns.number("rv", "km/s"),
            Columns.number("rv_err", "km/s"),
            Columns.number("teff", "K"),
            Columns.number("teff_err", "K"),
            Columns.number("logg"),
            Columns.number("logg_err"),
            Columns.number("feh"),
            Columns.number("feh_err"),
            Columns.number("novelty"),
            Columns.text("class"),
            Columns.text("problem"));

    /**
     * Its parameters.
     *
     * @param templates file of templates
     */
    public record Input(
            @NamesFile @Parameter("file of templates that spectra.train wrote; the shipped ones if left out")
            Optional<String> templates) {}

    @Override
    public OperationCard card() {
        return new OperationCard(
                "spectra.parameters",
                "Measures radial velocity, Teff, log g and [Fe/H] of stars.",
                "One row per spectrum with errors; a row with the reason for what is no star or unlike all labelled stars.");
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public OperationResult run(Input parameters, DataHandle data, StepContext context) {
        RedshiftPipeline pipeline = new RedshiftPipeline(
                parameters.templates().map(TemplateFile::file).orElseGet(TemplateFile::shipped));
        StarModel model = parameters.templates().map(TemplateFile::stars).orElseGet(TemplateFile::shippedStars);
        long total = SpectrumRows.parts(data).stream().mapToLong(part -> part.rows()).sum();
        List<List<Object>> rows = new ArrayList<>();
        SpectrumRows.forEachBatch(data, batch -> {
            rows.addAll(context.map(batch, raw -> row(raw, pipeline.redshift(raw), model)));
            context.progress("spectra", rows.size(), total);
        });
        return new OperationResult.Table(COLUMNS, rows);
    }

    private static List<Object> row(RawSpectrum raw, Redshift redshift, StarModel model) {
        Optional<Candidate> star =
                redshift.best().filter(best -> best.spectralClass() == SpectralClass.STAR);
        double[] features = star.map(best -> StarFeatures.of(BadPixels.cleaned(raw), best.redshift()))
                .orElse(new double[0]);
        StarModel.Estimate estimate = features.length == 0 ? null : model.estimate(features);
        StarModel.Estimate kept = estimate == null || estimate.novelty() > StarModel.TOO_NEW ? null : estimate;
        List<Object> row = new ArrayList<>();
        row.add(raw.file());
        row.add((long) raw.index());
        row.add(star.map(best -> best.redshift() * LogGrid.LIGHT).orElse(null));
        row.add(star.map(best -> best.error() * LogGrid.LIGHT).orElse(null));
        add(row, kept == null ? null : kept.labels(), kept == null ? null : kept.errors());
        row.add(estimate == null ? null : estimate.novelty());
        row.add(redshift.spectralClass().map(Enum::name).orElse(null));
        row.add(problem(redshift, features, kept));
        return row;
    }

    private static void add(List<Object> row, @Nullable StarLabels labels, @Nullable StarLabels errors) {
        row.add(labels == null ? null : labels.temperature());
        row.add(errors == null ? null : errors.temperature());
        row.add(labels == null ? null : labels.gravity());
        row.add(errors == null ? null : errors.gravity());
        row.add(labels == null ? null : labels.metallicity());
        row.add(errors == null ? null : errors.metallicity());
    }

    private static @Nullable String problem(Redshift redshift, double[] features, StarModel.@Nullable Estimate kept) {
        if (redshift.best().isEmpty()) {
            return redshift.problem();
        }
        if (redshift.spectralClass().filter(one -> one == SpectralClass.STAR).isEmpty()) {
            return "not a star";
        }
        if (features.length == 0) {
            return "too little of 4,000 to 5,700 Angstrom is covered";
        }
        return kept == null ? "unlike all stars whose parameters are known" : null;
    }
}
