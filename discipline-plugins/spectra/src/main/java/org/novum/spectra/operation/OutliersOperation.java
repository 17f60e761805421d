package org.novum.spectra.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
import org.novum.spectra.outlier.Comparison;
import org.novum.spectra.outlier.Reason;
import org.novum.spectra.outlier.Residuals;
import org.novum.spectra.redshift.Candidate;
import org.novum.spectra.redshift.Explanation;
import org.novum.spectra.redshift.Redshift;
import org.novum.spectra.redshift.RedshiftPipeline;
import org.novum.spectra.spectrum.BadPixels;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.spectrum.SpectrumRows;
import org.novum.spectra.template.Template;
import org.novum.spectra.template.TemplateFile;

/** Ranks spectra by how odd they are, with the reason. */
public final class OutliersOperation implements Operation<OutliersOperation.Input> {
    /** Fewer spectra than this do not say what is usual. */
    private static final int FEWEST = 20;

    private static final List<ColumnCard> COLUMNS = List.of(
            new ColumnCard("rank", ColumnType.INT64, Unit.ONE),
            Columns.text("file"),
            Columns.number("score"),
            Columns.number("p"),
            Columns.text("oddity"),
            Columns.text("reason"),
            Columns.number("wave_from", "Angstrom"),
            Columns.number("wave_to", "Angstrom"),
            Columns.number("strength"),
            Columns.text("class"),
            Columns.number("z"),
            new ColumnCard("index", ColumnType.INT64, Unit.ONE),
            Columns.text("object"),
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
                "spectra.outliers",
                "Ranks spectra by how far they are from their best explanation, compared with spectra of like"
                        + " signal-to-noise ratio.",
                "One row per spectrum, the oddest first: score (robust standard deviations beyond the usual), p (share of the"
                        + " spectra at least as odd), what is odd and at which wavelength; at the end the rows of what cannot"
                        + " be read, with the reason.");
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    /** A spectrum's place and answer, without its pixels; no entry where there is no answer. */
    private record Seen(
            String file,
            long index,
            @Nullable String object,
            Optional<Candidate> best,
            Optional<Comparison.Entry> entry,
            @Nullable String problem) {}

    @Override
    public OperationResult run(Input parameters, DataHandle data, StepContext context) {
        List<Template> templates =
                parameters.templates().map(TemplateFile::file).orElseGet(TemplateFile::shipped);
        RedshiftPipeline pipeline = new RedshiftPipeline(templates);
        Explanation explanation = new Explanation(templates);
        long total = SpectrumRows.parts(data).stream().mapToLong(part -> part.rows()).sum();
        List<Seen> seen = new ArrayList<>();
        SpectrumRows.forEachBatch(data, batch -> {
            seen.addAll(context.map(batch, raw -> seen(raw, pipeline, explanation)));
            context.progress("spectra", seen.size(), total);
        });
        return new OperationResult.Table(COLUMNS, rows(seen));
    }

    private static Seen seen(RawSpectrum raw, RedshiftPipeline pipeline, Explanation explanation) {
        Redshift redshift = pipeline.redshift(raw);
        Optional<Comparison.Entry> entry = redshift.best().map(best -> {
            GridSpectrum spectrum = BadPixels.cleaned(raw);
            double[] model = explanation.model(spectrum, best.spectralClass(), best.redshift());
            return new Comparison.Entry(spectrum.signalToNoise(), new Residuals(spectrum, model).sightings());
        });
        return new Seen(raw.file(), raw.index(), raw.object(), redshift.best(), entry, redshift.problem());
    }

    private static List<List<Object>> rows(List<Seen> seen) {
        List<Seen> answered = seen.stream().filter(one -> one.entry().isPresent()).toList();
        List<Comparison.Standing> standings = Comparison.of(
                answered.stream().flatMap(one -> one.entry().stream()).toList());
        List<Integer> order = IntStream.range(0, answered.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -standings.get(i).score()).thenComparing(i -> i))
                .toList();
        List<List<Object>> rows = new ArrayList<>();
        for (int place = 0; place < order.size(); place++) {
            Comparison.Standing standing = standings.get(order.get(place));
            rows.add(row(place + 1, answered.get(order.get(place)), standing, answered.size()));
        }
        seen.stream().filter(one -> one.entry().isEmpty()).forEach(one -> rows.add(without(one)));
        return rows;
    }

    private static List<Object> row(int rank, Seen seen, Comparison.Standing standing, int compared) {
        Candidate best = seen.best().orElseThrow();
        List<Object> row = new ArrayList<>(COLUMNS.size());
        row.add((long) rank);
        row.add(seen.file());
        row.add(standing.score());
        row.add(compared < FEWEST ? null : standing.pValue());
        row.add(standing.oddest().oddity().name());
        row.add(Reason.of(standing.oddest(), best));
        row.add(standing.oddest().from());
        row.add(standing.oddest().to());
        row.add(standing.oddest().strength());
        row.add(best.spectralClass().name());
        row.add(best.redshift());
        row.add(seen.index());
        row.add(seen.object());
        row.add(compared < FEWEST ? "only " + compared + " spectra to compare with: the score says little and p nothing" : null);
        return row;
    }

    private static List<Object> without(Seen seen) {
        List<Object> row = new ArrayList<>(COLUMNS.size());
        row.add(null);
        row.add(seen.file());
        while (row.size() < COLUMNS.size() - 3) {
            row.add(null);
        }
        row.add(seen.index());
        row.add(seen.object());
        row.add(seen.problem());
        return row;
    }
}
