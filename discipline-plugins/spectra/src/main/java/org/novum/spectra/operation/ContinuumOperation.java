package org.novum.spectra.operation;

import java.util.ArrayList;
import java.util.List;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataHandle;
import org.novum.api.data.Unit;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationCard;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.StepContext;
import org.novum.spectra.continuum.RobustContinuum;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.spectrum.Resampling;
import org.novum.spectra.spectrum.SpectrumRows;

/** The continuum of every spectrum, and the flux divided by it. */
public final class ContinuumOperation implements Operation<ContinuumOperation.Input> {
    private static final List<ColumnCard> COLUMNS = List.of(
            Columns.text("file"),
            new ColumnCard("index", ColumnType.INT64, Unit.ONE),
            Columns.number("wavelength", "Angstrom"),
            Columns.number("flux", "flux_unit"),
            Columns.number("flux_err", "flux_unit"),
            Columns.number("continuum", "flux_unit"),
            Columns.number("normalised"),
            Columns.number("normalised_err"),
            Columns.text("problem"));

    /** It has no parameters. */
    public record Input() {}

    @Override
    public OperationCard card() {
        return new OperationCard(
                "spectra.continuum",
                "Finds the continuum of spectra, robustly against lines, and normalises the flux by it.",
                "One row per pixel with information, on the common grid of 1e-4 in log10 of the vacuum wavelength: flux,"
                        + " continuum and their ratio (empty where the continuum is not positive); a row with the reason for"
                        + " what cannot be read.");
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public OperationResult run(Input parameters, DataHandle data, StepContext context) {
        long total = SpectrumRows.parts(data).stream().mapToLong(part -> part.rows()).sum();
        List<List<Object>> rows = new ArrayList<>();
        long[] done = {0};
        SpectrumRows.forEachBatch(data, batch -> {
            context.map(batch, ContinuumOperation::rows).forEach(rows::addAll);
            done[0] += batch.size();
            context.progress("spectra", done[0], total);
        });
        return new OperationResult.Table(COLUMNS, rows);
    }

    private static List<List<Object>> rows(RawSpectrum raw) {
        if (raw.problem() != null) {
            return List.of(without(raw, raw.problem()));
        }
        GridSpectrum spectrum = Resampling.onGrid(raw);
        if (spectrum.informed() < 3) {
            return List.of(without(raw, "no pixels between 3,470 and 10,700 Angstrom carry information"));
        }
        double[] continuum = RobustContinuum.of(spectrum);
        List<List<Object>> rows = new ArrayList<>();
        for (int i = spectrum.first(); i < spectrum.end(); i++) {
            if (spectrum.ivar()[i] > 0) {
                double error = 1 / Math.sqrt(spectrum.ivar()[i]);
                List<Object> row = new ArrayList<>(COLUMNS.size());
                row.add(raw.file());
                row.add((long) raw.index());
                row.add(LogGrid.wavelength(i));
                row.add(spectrum.flux()[i]);
                row.add(error);
                row.add(continuum[i]);
                row.add(continuum[i] > 0 ? spectrum.flux()[i] / continuum[i] : null);
                row.add(continuum[i] > 0 ? error / continuum[i] : null);
                row.add(null);
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<Object> without(RawSpectrum raw, String reason) {
        List<Object> row = new ArrayList<>(COLUMNS.size());
        row.add(raw.file());
        row.add((long) raw.index());
        while (row.size() < COLUMNS.size() - 1) {
            row.add(null);
        }
        row.add(reason);
        return row;
    }
}
