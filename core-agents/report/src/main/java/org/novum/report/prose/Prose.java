package org.novum.report.prose;

import java.util.ArrayList;
import java.util.List;

/**
 * What a model wrote around the findings, grounded.
 *
 * @param author name of the model in the study
 * @param sections in the order of the page
 * @param problem why there is none, where the model failed; empty otherwise
 */
public record Prose(String author, List<Section> sections, String problem) {
    /** Copies the list. */
    public Prose {
        sections = List.copyOf(sections);
    }

    /**
     * Text about one thing.
     *
     * @param owner the finding, or {@link References#RUN}
     * @param heading of the program
     * @param pieces in order
     */
    public record Section(String owner, String heading, List<Piece> pieces) {
        /** Copies the list. */
        public Section {
            pieces = List.copyOf(pieces);
        }
    }

    /** No prose, and why. */
    public static Prose nothing(String author, String problem) {
        return new Prose(author, List.of(), problem);
    }

    /** How many sentences were struck. */
    public int struck() {
        return (int) sections.stream()
                .flatMap(section -> section.pieces().stream())
                .filter(Piece.Struck.class::isInstance)
                .count();
    }

    /** The same with more sections at its end. */
    public Prose and(List<Section> more) {
        List<Section> all = new ArrayList<>(sections);
        all.addAll(more);
        return new Prose(author, all, problem);
    }
}
