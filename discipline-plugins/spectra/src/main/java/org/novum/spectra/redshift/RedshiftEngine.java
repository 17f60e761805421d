package org.novum.spectra.redshift;

import java.util.List;
import java.util.Optional;
import org.novum.spectra.line.LineRedshift;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.template.Template;

/** Class and redshift of spectra, by the evidence of each class's templates. Safe for use by many threads. */
public final class RedshiftEngine {
    /** Fewer pixels than this say nothing of a redshift. */
    public static final int FEWEST_PIXELS = 100;

    private final List<CandidateSearch> searches;

    /** With these templates, one or more per class. */
    public RedshiftEngine(List<Template> templates) {
        searches = templates.stream().map(CandidateSearch::new).toList();
    }

    /**
     * The answer and what else was considered.
     *
     * @param spectrum on the common grid, in any unit of flux
     * @return empty if no template fits with a positive amplitude
     */
    public Optional<Answer> answer(GridSpectrum spectrum) {
        GridSpectrum scaled = scaled(spectrum);
        LineRedshift lines = new LineRedshift(scaled);
        List<Found> found = searches.stream()
                .map(search -> new Found(search, search.search(scaled, lines)))
                .filter(one -> !one.candidates().isEmpty())
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Answer answer = Answer.of(found.stream().map(Found::candidates).toList(), lines);
        return found.stream()
                .filter(one -> one.candidates().getFirst().equals(answer.best()))
                .findFirst()
                .map(one -> judged(scaled, answer, one.search()));
    }

    /** What the search with one template found. */
    private record Found(CandidateSearch search, List<Candidate> candidates) {}

    /** A quasar with broad absorption lines is where it is without these; where it was with them is a rival. */
    private static Answer judged(GridSpectrum spectrum, Answer answer, CandidateSearch search) {
        Optional<CandidateSearch.Untroughed> quasar = search.untroughed(spectrum, answer.best());
        GridSpectrum explained = quasar.map(CandidateSearch.Untroughed::spectrum).orElse(spectrum);
        Answer placed = quasar.map(one -> answer.insteadOfBest(search.at(spectrum, one.quasar()))).orElse(answer);
        double misfit = Fit.of(explained, search.model(explained, placed.best()), placed.best())
                .misfit(placed.best());
        return placed.withMisfit(misfit);
    }

    /** In units of the typical flux, so that no survey's unit strains the numbers. */
    static GridSpectrum scaled(GridSpectrum spectrum) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < spectrum.flux().length; i++) {
            double root = Math.sqrt(spectrum.ivar()[i]);
            sum += Math.abs(spectrum.flux()[i]) * root;
            total += root;
        }
        double scale = sum > 0 ? total / sum : 1;
        double[] flux = spectrum.flux().clone();
        double[] ivar = spectrum.ivar().clone();
        for (int i = 0; i < flux.length; i++) {
            flux[i] *= scale;
            ivar[i] /= scale * scale;
        }
        return new GridSpectrum(flux, ivar, spectrum.first(), spectrum.end());
    }
}
