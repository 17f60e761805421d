package org.novum.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.novum.report.PageView.PieceView;
import org.novum.report.PageView.ProseView;
import org.novum.report.prose.Piece;
import org.novum.report.prose.Prose;
import org.novum.report.prose.References;

/** Turns grounded prose into the texts of the page; the template escapes every one of them. */
final class ProseBuilder {
    /** What says itself what it is. */
    private static final Set<String> SPEAKING = Set.of("name", "verdict", "source");

    private ProseBuilder() {}

    static List<ProseView> views(Optional<Prose> prose) {
        return prose.map(ProseBuilder::view).stream().toList();
    }

    private static ProseView view(Prose prose) {
        int struck = prose.struck();
        return new ProseView(
                prose.author(),
                prose.problem(),
                struck == 0 ? "" : Numbers.count(struck) + (struck == 1 ? " sentence was" : " sentences were") + " struck out.",
                prose.sections().stream()
                        .map(section -> new PageView.ProseSection(
                                section.owner().equals(References.RUN) ? "" : section.owner(),
                                section.heading(),
                                section.pieces().stream().map(ProseBuilder::view).toList()))
                        .toList());
    }

    private static PieceView view(Piece piece) {
        return switch (piece) {
            case Piece.Said(String text) -> new PieceView("said", text, "");
            case Piece.Rendered(String _, String label, String text) when label.equals(References.PASSAGE) ->
                new PieceView("cited", text, "");
            case Piece.Rendered(String _, String label, String text) ->
                new PieceView("rendered", text, SPEAKING.contains(label) ? "" : label);
            case Piece.Struck(String text, String reason) -> new PieceView("struck", text, reason);
        };
    }
}
