package org.novum.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.novum.report.PageView.CitationRow;
import org.novum.report.PageView.Fact;
import org.novum.report.PageView.LiteratureView;
import org.novum.report.PageView.SourceRow;
import org.novum.report.prose.Piece;
import org.novum.report.prose.References;

/** The page's section about literature: who cited what, and the list of what was cited. */
final class LiteratureBuilder {
    private final ReportModel model;
    private final Map<String, String> anchors;

    /** @param anchors of findings by hypothesis */
    LiteratureBuilder(ReportModel model, Map<String, String> anchors) {
        this.model = model;
        this.anchors = anchors;
    }

    /** The section; none where the study reads no literature. */
    List<LiteratureView> views() {
        return model.document().literature().map(this::view).stream().toList();
    }

    private LiteratureView view(Literature literature) {
        Set<String> cited = new TreeSet<>(citedInProse());
        literature.citations().forEach(citation -> cited.addAll(citation.cited()));
        List<SourceRow> references = new ArrayList<>();
        List<SourceRow> others = new ArrayList<>();
        literature.passages().forEach(passage -> (cited.contains(passage.key()) ? references : others).add(row(passage)));
        return new LiteratureView(
                literature.folders().stream().map(LiteratureBuilder::fact).toList(),
                rows(literature),
                references,
                others);
    }

    private List<String> citedInProse() {
        return model.prose().stream()
                .flatMap(prose -> prose.sections().stream())
                .flatMap(section -> section.pieces().stream())
                .filter(Piece.Rendered.class::isInstance)
                .map(Piece.Rendered.class::cast)
                .filter(piece -> piece.label().equals(References.PASSAGE))
                .map(Piece.Rendered::text)
                .toList();
    }

    /** One line for each round, proposer, and set of citations, so that a thousand alike proposals are one line. */
    private List<CitationRow> rows(Literature literature) {
        Map<List<Object>, List<Literature.Citation>> alike = new TreeMap<>(
                (a, b) -> a.toString().compareTo(b.toString()));
        literature.citations().forEach(citation -> alike.computeIfAbsent(
                        List.of(citation.round(), citation.proposer(), citation.cited(), citation.dropped()),
                        _ -> new ArrayList<>())
                .add(citation));
        return alike.values().stream()
                .limit(PageBuilder.MOST_ROWS)
                .map(same -> row(same.getFirst(), same))
                .toList();
    }

    private CitationRow row(Literature.Citation first, List<Literature.Citation> same) {
        String others = same.size() == 1 ? "" : " and " + Numbers.count(same.size() - 1) + " more";
        return new CitationRow(
                Integer.toString(first.round()),
                first.proposer(),
                anchors.getOrDefault(first.hypothesis(), ""),
                first.hypothesis() + others,
                first.cited(),
                first.dropped());
    }

    private static Fact fact(Literature.Folder folder) {
        String problems = folder.problems() == 0
                ? ""
                : ", " + Numbers.count(folder.problems()) + (folder.problems() == 1 ? " file was" : " files were") + " unreadable";
        return new Fact(
                folder.folder(),
                Numbers.count(folder.works()) + (folder.works() == 1 ? " publication" : " publications") + problems
                        + "; SHA-256 of what was read: " + folder.sha256());
    }

    private static SourceRow row(Literature.Source passage) {
        List<String> parts = new ArrayList<>();
        parts.add(passage.authors());
        parts.add(passage.title());
        parts.add(passage.year());
        parts.add(passage.identifier());
        parts.removeIf(String::isBlank);
        String page = passage.page() == 0 ? "" : ", page " + passage.page();
        return new SourceRow(passage.key(), String.join(". ", parts), passage.file() + page + " (" + passage.work() + ")");
    }
}
