package org.novum.spectra.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.NamesFile;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationCard;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.OperationResult.Exhibit;
import org.novum.api.discipline.OperationResult.Fact;
import org.novum.api.discipline.OperationResult.Trust;
import org.novum.api.discipline.Parameter;
import org.novum.api.discipline.StepContext;
import org.novum.spectra.plot.SpectrumFigures;
import org.novum.spectra.redshift.Candidate;
import org.novum.spectra.redshift.Redshift;
import org.novum.spectra.redshift.RedshiftPipeline;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.spectrum.SpectrumRows;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.Template;

/** A gallery of spectra with their explanations, the doubtful ones first. */
public final class PlotOperation implements Operation<PlotOperation.Input> {
    private static final int USUAL_MOST = 300;

    /**
     * Its parameters.
     *
     * @param most objects in the gallery
     * @param templates files of templates
     */
    public record Input(
            @Parameter("objects that are shown, the most doubtful ones; 300 if left out") Optional<Integer> most,
            @NamesFile @Parameter(TemplateChoice.MEANING)
            Optional<List<String>> templates) {}

    @Override
    public OperationCard card() {
        return new OperationCard(
                "spectra.plot",
                "Draws spectra with their best explanation, doubtful ones first.",
                "A page to go through object by object (--out FILE.html): observed flux, best model and runner-up, lines with"
                        + " names, residuals, and chi-square at every redshift of every class.");
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
        int most = parameters.most().orElse(USUAL_MOST);
        if (most < 1) {
            throw new IllegalArgumentException("most is " + most + "; give a positive number");
        }
        List<Template> templates = TemplateChoice.of(parameters.templates(), data).templates();
        RedshiftPipeline pipeline = new RedshiftPipeline(templates);
        SpectrumFigures figures = new SpectrumFigures(templates);
        long total = SpectrumRows.parts(data).stream().mapToLong(part -> part.rows()).sum();
        Shown shown = new Shown(most);
        SpectrumRows.forEachBatch(data, batch -> {
            List<Answered> answered = context.map(batch, raw -> new Answered(raw, pipeline.redshift(raw)));
            List<Answered> wanted = shown.wanted(answered);
            List<Exhibit> exhibits = context.map(wanted, one -> exhibit(one, figures));
            for (int i = 0; i < exhibits.size(); i++) {
                shown.add(new Ranked(wanted.get(i).doubt(), exhibits.get(i)));
            }
            shown.counted(answered);
            context.progress("spectra", shown.all, total);
        });
        return new OperationResult.Gallery("Spectra: " + data.card().name(), shown.summary(), shown.exhibits());
    }

    /** A spectrum and its answer; doubt is 0 for what cannot be read, then 1 + confidence, then 3 + confidence. */
    private record Answered(RawSpectrum raw, Redshift redshift) {
        Trust trust() {
            if (redshift.best().isEmpty()) {
                return Trust.NONE;
            }
            return redshift.warnings().isEmpty() ? Trust.SOUND : Trust.DOUBTFUL;
        }

        double doubt() {
            Double confidence = redshift.confidence();
            double sure = confidence == null ? 0 : confidence;
            return switch (trust()) {
                case DOUBTFUL -> sure;
                case SOUND -> 2 + sure;
                // What cannot be read needs no look at a picture: it comes after what can be doubted by eye.
                case NONE -> 1.5;
            };
        }
    }

    private record Ranked(double doubt, Exhibit exhibit) {}

    /** The most doubtful so far, so that memory does not grow with the data. */
    private static final class Shown {
        private final int most;
        private final List<Ranked> kept = new ArrayList<>();
        private long all;
        private long doubtful;
        private long none;

        Shown(int most) {
            this.most = most;
        }

        /** Those of a batch that may be shown. */
        List<Answered> wanted(List<Answered> batch) {
            double limit = kept.size() < most ? Double.POSITIVE_INFINITY : kept.getLast().doubt();
            return batch.stream()
                    .filter(one -> one.doubt() < limit)
                    .sorted(Comparator.comparingDouble(Answered::doubt))
                    .limit(most)
                    .toList();
        }

        void add(Ranked one) {
            int at = kept.size();
            while (at > 0 && kept.get(at - 1).doubt() > one.doubt()) {
                at--;
            }
            kept.add(at, one);
            if (kept.size() > most) {
                kept.removeLast();
            }
        }

        void counted(List<Answered> batch) {
            all += batch.size();
            doubtful += batch.stream().filter(one -> one.trust() == Trust.DOUBTFUL).count();
            none += batch.stream().filter(one -> one.trust() == Trust.NONE).count();
        }

        String summary() {
            return all + (all == 1 ? " object" : " objects") + ": " + (all - doubtful - none) + " without warning, "
                    + doubtful + " doubtful, " + none + " without answer. Doubtful ones come first, the least confident of them"
                    + " at the beginning."
                    + (kept.size() < all ? " Shown are the " + kept.size() + " that most deserve a look." : "");
        }

        List<Exhibit> exhibits() {
            return kept.stream().map(Ranked::exhibit).toList();
        }
    }

    private static Exhibit exhibit(Answered one, SpectrumFigures figures) {
        RawSpectrum raw = one.raw();
        Redshift redshift = one.redshift();
        String name = name(raw);
        List<Fact> facts = new ArrayList<>();
        if (redshift.best().isEmpty()) {
            String problem = redshift.problem() == null ? "unknown" : redshift.problem();
            facts.add(new Fact("reason", problem));
            facts.add(new Fact("file", raw.place()));
            return new Exhibit(name, "No answer: " + problem, Trust.NONE, facts, List.of());
        }
        Candidate best = redshift.best().get();
        facts.add(new Fact("warnings", redshift.warnings().isEmpty() ? "none" : redshift.warningNames().replace("|", ", ")));
        facts.add(new Fact("confidence", number("%.4f", redshift.confidence())));
        facts.add(new Fact("runner-up", redshift.runnerUp().map(SpectrumFigures::name).orElse("none")));
        facts.add(new Fact("Δχ² to it", number("%.1f", redshift.deltaChi2())));
        facts.add(new Fact("signal-to-noise", number("%.1f per pixel (median)", redshift.signalToNoise())));
        facts.add(new Fact("file", raw.place()));
        return new Exhibit(
                name,
                measured(best),
                one.trust(),
                facts,
                figures.of(
                        raw,
                        new SpectrumFigures.Compared(
                                best,
                                redshift.runnerUp().stream()
                                        .map(other -> new SpectrumFigures.Other("runner-up", other))
                                        .toList())));
    }

    private static String name(RawSpectrum raw) {
        String file = raw.file().substring(raw.file().lastIndexOf('/') + 1);
        return raw.object() == null ? file : raw.object() + " (" + file + ")";
    }

    /** Class and redshift with error; a star's also as a velocity. */
    private static String measured(Candidate best) {
        return best.spectralClass() == SpectralClass.STAR
                ? String.format(
                        Locale.ROOT,
                        "STAR at %.1f ± %.1f km/s (z = %.6f)",
                        best.redshift() * LogGrid.LIGHT,
                        best.error() * LogGrid.LIGHT,
                        best.redshift())
                : String.format(
                        Locale.ROOT, "%s at z = %.6f ± %.6f", best.spectralClass(), best.redshift(), best.error());
    }

    private static String number(String format, Double value) {
        return value == null ? "unknown" : String.format(Locale.ROOT, format, value);
    }
}
