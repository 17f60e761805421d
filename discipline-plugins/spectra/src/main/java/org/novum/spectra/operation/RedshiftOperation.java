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
import org.novum.spectra.redshift.Redshift;
import org.novum.spectra.redshift.RedshiftPipeline;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.spectrum.Resampling;
import org.novum.spectra.spectrum.SpectrumRows;
import org.novum.spectra.spectrum.WavelengthBlocks;
import org.novum.spectra.template.TemplateFile;

/** Class and redshift of every spectrum. */
public final class RedshiftOperation implements Operation<RedshiftOperation.Input> {
    private static final List<ColumnCard> COLUMNS = List.of(
            Columns.text("file"),
            Columns.text("class"),
            Columns.text("subclass"),
            Columns.number("z"),
            Columns.number("z_err"),
            new ColumnCard("zwarning", ColumnType.INT64, Unit.ONE),
            Columns.text("warnings"),
            Columns.number("delta_chi2"),
            Columns.text("runner_up_class"),
            Columns.number("runner_up_z"),
            Columns.number("confidence"),
            Columns.number("sn_median"),
            new ColumnCard("index", ColumnType.INT64, Unit.ONE),
            Columns.text("object"),
            Columns.text("problem"));

    /**
     * Its parameters.
     *
     * @param templates file of templates
     * @param blocks wavelength blocks that are looked at
     */
    public record Input(
            @NamesFile @Parameter("file of templates that spectra.train wrote; the shipped ones if left out")
            Optional<String> templates,
            @Parameter("EXPLORATION looks at every second block of wavelengths alone and leaves those that a study tests claims on; all wavelengths if left out")
            Optional<String> blocks) {}

    @Override
    public OperationCard card() {
        return new OperationCard(
                "spectra.redshift",
                "Finds class (GALAXY, QSO or STAR) and redshift of spectra of any survey.",
                "One row per spectrum: class, subclass, redshift with error, warning bits with their names, difference of"
                        + " chi-square to the runner-up, confidence; a row with the reason for what cannot be read.");
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public OperationResult run(Input parameters, DataHandle data, StepContext context) {
        RedshiftPipeline pipeline = new RedshiftPipeline(
                parameters.templates().map(TemplateFile::file).orElseGet(TemplateFile::shipped));
        Optional<WavelengthBlocks> blocks = parameters.blocks().map(RedshiftOperation::blocks);
        long total = SpectrumRows.parts(data).stream().mapToLong(part -> part.rows()).sum();
        List<List<Object>> rows = new ArrayList<>();
        SpectrumRows.forEachBatch(data, batch -> {
            rows.addAll(context.map(batch, raw -> row(raw, answer(raw, pipeline, blocks))));
            context.progress("spectra", rows.size(), total);
        });
        return new OperationResult.Table(COLUMNS, rows);
    }

    private static WavelengthBlocks blocks(String name) {
        if (!name.equals(WavelengthBlocks.EXPLORATION.name())) {
            throw new IllegalArgumentException("blocks is " + name + "; give EXPLORATION or leave it out");
        }
        return WavelengthBlocks.EXPLORATION;
    }

    private static Redshift answer(RawSpectrum raw, RedshiftPipeline pipeline, Optional<WavelengthBlocks> blocks) {
        return raw.problem() == null && blocks.isPresent()
                ? pipeline.redshift(blocks.get().of(Resampling.onGrid(raw)))
                : pipeline.redshift(raw);
    }

    private static List<Object> row(RawSpectrum raw, Redshift redshift) {
        List<Object> row = new ArrayList<>();
        row.add(raw.file());
        row.add(redshift.spectralClass().map(Enum::name).orElse(null));
        row.add(redshift.subclass());
        row.add(redshift.value());
        row.add(redshift.error());
        row.add(redshift.warningBits());
        row.add(redshift.warningNames());
        row.add(redshift.deltaChi2());
        row.add(redshift.runnerUp().map(other -> other.spectralClass().name()).orElse(null));
        row.add(redshift.runnerUp().map(other -> other.redshift()).orElse(null));
        row.add(redshift.confidence());
        row.add(redshift.signalToNoise());
        row.add((long) raw.index());
        row.add(raw.object());
        row.add(redshift.problem());
        return row;
    }
}
