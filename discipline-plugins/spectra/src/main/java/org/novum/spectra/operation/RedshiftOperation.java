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
import org.novum.spectra.redshift.Decoys;
import org.novum.spectra.redshift.LineAgreement;
import org.novum.spectra.redshift.Redshift;
import org.novum.spectra.redshift.RedshiftPipeline;
import org.novum.spectra.redshift.TargetDecoy;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.spectrum.Resampling;
import org.novum.spectra.spectrum.SpectrumRows;
import org.novum.spectra.spectrum.WavelengthBlocks;

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
            Columns.number("z_lines"),
            new ColumnCard("lines_agree", ColumnType.INT64, Unit.ONE),
            Columns.number("lines_rank"),
            Columns.number("z_chi2"),
            Columns.number("misfit"),
            Columns.number("q"),
            new ColumnCard("accepted", ColumnType.INT64, Unit.ONE),
            new ColumnCard("index", ColumnType.INT64, Unit.ONE),
            Columns.text("object"),
            Columns.text("problem"));

    /** Where q stands in a row; whether it is accepted stands behind. */
    private static final int Q = COLUMNS.stream().map(ColumnCard::name).toList().indexOf("q");

    /**
     * Its parameters.
     *
     * @param templates files of templates
     * @param blocks wavelength blocks that are looked at
     * @param fdr share of wrong answers that is accepted
     */
    public record Input(
            @NamesFile @Parameter(TemplateChoice.MEANING)
            Optional<List<String>> templates,
            @Parameter("EXPLORATION looks at every second block of wavelengths alone and leaves those that a study tests claims on; all wavelengths if left out")
            Optional<String> blocks,
            @Parameter("share of wrong answers among the accepted, such as 0.01: decoys of every spectrum are answered too, and the columns q and accepted filled; no decoys if left out")
            Optional<Double> fdr) {}

    @Override
    public OperationCard card() {
        return new OperationCard(
                "spectra.redshift",
                "Finds class (GALAXY, QSO or STAR) and redshift of spectra of any survey.",
                "One row per spectrum: class, subclass, redshift with error, warning bits with their names, difference of"
                        + " chi-square to the runner-up, confidence, the redshift of the lines alone; with fdr, q-values by decoys; a row with the reason for what"
                        + " cannot be read.");
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public List<String> furtherData(Input parameters) {
        return TemplateChoice.furtherData(parameters.templates());
    }

    @Override
    public OperationResult run(Input parameters, DataHandle data, StepContext context) {
        double fdr = parameters.fdr().orElse(Double.NaN);
        if (fdr <= 0 || fdr >= 1) {
            throw new IllegalArgumentException("fdr is " + fdr + "; give a number between 0 and 1");
        }
        TemplateChoice choice = TemplateChoice.of(parameters.templates(), data);
        RedshiftPipeline pipeline = new RedshiftPipeline(choice.templates(), choice.stars());
        Optional<WavelengthBlocks> blocks = parameters.blocks().map(RedshiftOperation::blocks);
        long total = SpectrumRows.parts(data).stream().mapToLong(part -> part.rows()).sum();
        int decoys = Double.isNaN(fdr) ? 0 : TargetDecoy.perSpectrum(total);
        TargetDecoy rates = new TargetDecoy(Math.max(1, decoys));
        List<List<Object>> rows = new ArrayList<>();
        SpectrumRows.forEachBatch(data, batch -> {
            for (Answered one : context.map(batch, raw -> answered(raw, pipeline, blocks, decoys))) {
                rows.add(one.row());
                rates.add(one.redshift(), one.decoys());
            }
            context.progress("spectra", rows.size(), total);
        });
        if (decoys > 0) {
            accept(rows, rates.values(), fdr);
        }
        return new OperationResult.Table(COLUMNS, rows);
    }

    /** A spectrum's row, and what the rate of wrong answers is estimated from. */
    private record Answered(List<Object> row, Redshift redshift, List<Redshift> decoys) {}

    private static Answered answered(
            RawSpectrum raw, RedshiftPipeline pipeline, Optional<WavelengthBlocks> blocks, int decoys) {
        if (raw.problem() != null) {
            Redshift none = pipeline.redshift(raw);
            return new Answered(row(raw, none), none, List.of());
        }
        GridSpectrum whole = Resampling.onGrid(raw);
        GridSpectrum spectrum = blocks.map(some -> some.of(whole)).orElse(whole);
        Redshift redshift = pipeline.redshift(spectrum);
        return new Answered(
                row(raw, redshift), redshift, Decoys.answers(pipeline, spectrum, raw.place(), decoys));
    }

    private static void accept(List<List<Object>> rows, double[] values, double fdr) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                rows.get(i).set(Q, values[i]);
                rows.get(i).set(Q + 1, values[i] <= fdr ? 1L : 0L);
            }
        }
    }

    private static WavelengthBlocks blocks(String name) {
        if (!name.equals(WavelengthBlocks.EXPLORATION.name())) {
            throw new IllegalArgumentException("blocks is " + name + "; give EXPLORATION or leave it out");
        }
        return WavelengthBlocks.EXPLORATION;
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
        row.add(redshift.lines().map(LineAgreement::redshift).orElse(null));
        row.add(redshift.lines().map(lines -> lines.agrees() ? 1L : 0L).orElse(null));
        row.add(redshift.lines().map(LineAgreement::rank).orElse(null));
        row.add(redshift.evidence().map(evidence -> evidence.plain().redshift()).orElse(null));
        row.add(redshift.evidence().map(Redshift.Evidence::misfit).orElse(null));
        row.add(null);
        row.add(null);
        row.add((long) raw.index());
        row.add(raw.object());
        row.add(redshift.problem());
        return row;
    }
}
