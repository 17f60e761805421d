package org.novum.spectra.redshift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.novum.spectra.line.LineRedshift;

/**
 * What templates and lines say of a spectrum.
 *
 * @param best class and redshift
 * @param others best first: of other classes, or of the same class at another redshift
 * @param lines what the lines say
 */
public record Answer(Candidate best, List<Candidate> others, LineRedshift lines) {
    /** Copies the list. */
    public Answer {
        others = List.copyOf(others);
    }

    /** Chooses the class whose first candidate has the best evidence. */
    static Answer of(List<List<Candidate>> byClass, LineRedshift lines) {
        Candidate best = byClass.stream()
                .map(List::getFirst)
                .min(Comparator.comparingDouble(Candidate::evidence))
                .orElseThrow();
        List<Candidate> others = new ArrayList<>();
        byClass.forEach(others::addAll);
        others.remove(best);
        others.sort(Comparator.comparingDouble(Candidate::evidence));
        return new Answer(best, others, lines);
    }
}
