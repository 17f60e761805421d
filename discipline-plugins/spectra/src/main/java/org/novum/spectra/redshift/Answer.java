package org.novum.spectra.redshift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.novum.spectra.line.LineRedshift;
import org.novum.spectra.template.SpectralClass;

/**
 * What templates and lines say of a spectrum.
 *
 * @param best class and redshift
 * @param others best first: of other classes, or of the same class at another redshift
 * @param lines what the lines say
 * @param misfit how far the best explanation is from a good one: above 1 it is none
 */
public record Answer(Candidate best, List<Candidate> others, LineRedshift lines, double misfit) {
    /** Copies the list. */
    public Answer {
        others = List.copyOf(others);
    }

    /** Chooses the class whose first candidate has the best evidence; nothing is known of its fit yet. */
    static Answer of(List<List<Candidate>> byClass, LineRedshift lines) {
        Candidate best = byClass.stream()
                .map(List::getFirst)
                .min(Comparator.comparingDouble(Candidate::evidence))
                .orElseThrow();
        List<Candidate> others = new ArrayList<>();
        byClass.forEach(others::addAll);
        others.remove(best);
        others.sort(Comparator.comparingDouble(Candidate::evidence));
        return new Answer(best, others, lines, 0);
    }

    /** The same with another candidate before all others. */
    Answer insteadOfBest(Candidate candidate) {
        List<Candidate> all = new ArrayList<>(others);
        all.add(best);
        all.sort(Comparator.comparingDouble(Candidate::evidence));
        return new Answer(candidate, all, lines, misfit);
    }

    /** The same with a measured misfit. */
    Answer withMisfit(double measured) {
        return new Answer(best, others, lines, measured);
    }

    /** What plain chi-square prefers: the candidate of the best evidence, whatever the robust score says of quasars. */
    Candidate plain() {
        return others.isEmpty() || best.evidence() <= others.getFirst().evidence() ? best : others.getFirst();
    }

    /**
     * The best of the other explanations that are truly different: of another class, or farther than redshifts of this class
     * are uncertain.
     */
    Optional<Candidate> runnerUp() {
        return others.stream()
                .filter(other -> other.spectralClass() != best.spectralClass() || !alike(other))
                .findFirst();
    }

    private boolean alike(Candidate other) {
        double same = best.spectralClass() == SpectralClass.QSO ? LineAgreement.QUASAR : RedshiftPipeline.SAME;
        return Math.abs(other.redshift() - best.redshift()) <= same * (1 + best.redshift());
    }
}
