package org.novum.report;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.novum.report.PageView.Fact;
import org.novum.report.PageView.Provenance;
import org.novum.report.PageView.RoundView;
import org.novum.report.PageView.Rows;
import org.novum.report.ReportModel.Round;

/** How the run came to its findings: rounds, ledger, provenance. */
final class HistoryBuilder {
    /** Longer tables are shown closed. */
    private static final int OPEN_ROWS = 25;

    private static final int SHORT_DIGEST = 12;

    private final ReportModel model;

    HistoryBuilder(ReportModel model) {
        this.model = model;
    }

    List<RoundView> rounds() {
        return model.rounds().stream().map(this::round).toList();
    }

    private RoundView round(Round round) {
        Map<String, Long> verdicts = round.judged().stream()
                .collect(Collectors.groupingBy(
                        judged -> judged.verdict().word(), LinkedHashMap::new, Collectors.counting()));
        List<List<String>> judged = round.judged().stream()
                .limit(PageBuilder.MOST_ROWS)
                .map(one -> List.of(one.verdict().word(), one.statement(), one.verdict().reason()))
                .toList();
        return new RoundView(
                Integer.toString(round.number()),
                round.proposal(),
                round.analysis(),
                List.of(
                        new Fact("Registration", round.registration()),
                        new Fact("Partition opened after it", round.partition())),
                PageBuilder.verdictTiles(verdicts),
                rows(judged, round.judged().size(), "judged", "journal.db"));
    }

    Rows ledger() {
        List<List<String>> rows = model.ledger().stream()
                .limit(PageBuilder.MOST_ROWS)
                .map(row -> List.of(
                        Long.toString(row.index()),
                        row.statement(),
                        row.proposer(),
                        row.study(),
                        shortened(row.registration()),
                        Numbers.rate(row.spent()),
                        Numbers.rate(row.level()),
                        Numbers.strength(row.strength()),
                        row.accepted() ? "accepted" : "not accepted"))
                .toList();
        return rows(rows, model.ledger().size(), "asked", "ledger.csv");
    }

    Provenance provenance() {
        FindingsDocument.Run run = model.document().run();
        List<List<String>> data = run.data().stream()
                .limit(PageBuilder.MOST_ROWS)
                .map(part -> List.of(part.name(), Numbers.count(part.rows()), part.sha256(), part.uri()))
                .toList();
        List<List<String>> journal = model.journal().stream()
                .limit(PageBuilder.MOST_ROWS)
                .map(step -> List.of(
                        Long.toString(step.sequence()),
                        step.step(),
                        step.kind(),
                        shortened(step.input()),
                        shortened(step.output())))
                .toList();
        return new Provenance(
                List.of(
                        new Fact("Run", run.id()),
                        new Fact("Study", run.study()),
                        new Fact("Experiment", run.experiment()),
                        new Fact("Seed", Long.toString(run.seed()))),
                rows(data, run.data().size(), "parts", "findings.json"),
                run.versions().entrySet().stream()
                        .map(version -> new Fact(version.getKey(), version.getValue()))
                        .toList(),
                new String(PrettyJson.bytes(model.study().options()), StandardCharsets.UTF_8).strip(),
                rows(journal, model.journal().size(), "steps", "journal.db"));
    }

    private static Rows rows(List<List<String>> shown, int all, String what, String file) {
        return new Rows(
                shown,
                Numbers.count(all) + " " + what,
                PageBuilder.leftOut(all, file),
                all <= OPEN_ROWS ? "open" : "");
    }

    /** Enough of a digest to tell it from its neighbours; the files have all of it. */
    private static String shortened(String digest) {
        return digest.length() <= SHORT_DIGEST + 1 ? digest : digest.substring(0, SHORT_DIGEST) + "…";
    }
}
