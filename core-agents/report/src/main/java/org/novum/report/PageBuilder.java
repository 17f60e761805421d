package org.novum.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.novum.report.FindingsDocument.Finding;
import org.novum.report.PageView.Fact;
import org.novum.report.PageView.FindingRow;
import org.novum.report.PageView.FindingTable;
import org.novum.report.PageView.Header;
import org.novum.report.PageView.Scopes;
import org.novum.report.PageView.Tile;

/** Turns the model into the texts of the page. */
final class PageBuilder {
    /** Rows of one table beyond which the page points to the file that has all of them. */
    static final int MOST_ROWS = 2_000;

    private static final Map<String, String> VERDICT_NAMES = Map.of(
            "discovery", "discoveries",
            "evidence", "evidence",
            "inconclusive", "inconclusive",
            "refuted", "refuted");

    private final ReportModel model;
    private final FindingsDocument document;
    private final Map<String, String> anchors = new HashMap<>();

    PageBuilder(ReportModel model) {
        this.model = model;
        this.document = model.document();
    }

    PageView page() {
        List<Finding> told = Told.of(document);
        for (int i = 0; i < told.size(); i++) {
            anchors.put(told.get(i).id(), Told.anchor(i));
        }
        HistoryBuilder history = new HistoryBuilder(model);
        return new PageView(
                header(),
                table(Told.accepted(document)),
                table(Told.others(document)),
                new SectionBuilder(model, anchors).sections(told),
                history.rounds(),
                history.ledger(),
                history.provenance(),
                model.methods(),
                ProseBuilder.views(model.prose()),
                new LiteratureBuilder(model, anchors).views());
    }

    private Header header() {
        ReportModel.StudySection study = model.study();
        List<Fact> facts = List.of(
                new Fact("Experiment", study.experiment()),
                new Fact("Discipline", study.discipline()),
                new Fact("Run", document.run().id()),
                new Fact("Seed", Long.toString(document.run().seed())),
                new Fact("Data", Numbers.count(rows()) + (rows() == 1 ? " row in " : " rows in ") + parts()));
        return new Header(study.name(), study.question(), facts, tiles(), model.warnings(), summary());
    }

    private long rows() {
        return document.run().data().stream().mapToLong(FindingsDocument.Data::rows).sum();
    }

    private String parts() {
        int parts = document.run().data().size();
        return parts == 1 ? "1 part" : parts + " parts";
    }

    private List<Tile> tiles() {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile(Numbers.count(document.tested()), "tested", "tested"));
        tiles.addAll(verdictTiles(model.verdicts()));
        return tiles;
    }

    static List<Tile> verdictTiles(Map<String, Long> verdicts) {
        return Told.VERDICTS.stream()
                .filter(word -> verdicts.getOrDefault(word, 0L) > 0)
                .map(word -> {
                    long count = verdicts.get(word);
                    return new Tile(Numbers.count(count), count == 1 ? word : VERDICT_NAMES.get(word), word);
                })
                .toList();
    }

    private String summary() {
        long tested = document.tested();
        String hypotheses = tested == 1 ? "hypothesis was" : "hypotheses were";
        return Numbers.count(tested) + " " + hypotheses + " tested against the error budget of experiment "
                + model.study().experiment() + "; the ledger accepted " + Numbers.count(model.accepted()) + ".";
    }

    private FindingTable table(List<Finding> findings) {
        List<FindingRow> rows = findings.stream().limit(MOST_ROWS).map(this::row).toList();
        return new FindingTable(rows, leftOut(findings.size(), "findings.json"));
    }

    /** Says how many rows a table does not show and where they are; empty where it shows all. */
    static String leftOut(int all, String file) {
        return all <= MOST_ROWS ? "" : Numbers.count(all - MOST_ROWS) + " more rows are in " + file + ".";
    }

    private FindingRow row(Finding finding) {
        String measured = FindingsTable.measured(finding).orElse(Numbers.NONE);
        return new FindingRow(
                Optional.ofNullable(anchors.get(finding.id())).orElse(""),
                finding.verdict(),
                FindingsTable.subject(finding),
                FindingsTable.known(finding).orElse(finding.statement()),
                measured,
                significance(finding),
                Numbers.probability(FindingsTable.judged(finding.log10p())),
                Numbers.rate(finding.ledger().level()),
                Long.toString(finding.ledger().index()));
    }

    static Scopes significance(Finding finding) {
        return new Scopes(
                Numbers.significance(finding.significance().local()),
                Numbers.significance(finding.significance().global()),
                Numbers.significance(finding.significance().campaign()));
    }
}
