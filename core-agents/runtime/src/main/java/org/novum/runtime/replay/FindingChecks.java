package org.novum.runtime.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.finding.Measurement;
import org.novum.api.finding.Verdict;
import org.novum.journal.Check;
import org.novum.report.FindingsDocument;
import org.novum.report.Literature;
import org.novum.runtime.ledger.Ruling;

/** The way from each number and verdict of the findings to the step that gave it. */
final class FindingChecks {
    private final RecordedRun run;

    FindingChecks(RecordedRun run) {
        this.run = run;
    }

    /** What ledger and discipline said of one hypothesis in the last round that judged it. */
    private record Judgement(Ruling.Entry ruling, Verdict verdict) {}

    Check numbers(String name, FindingsDocument document) {
        List<Measurement> measured = run.measurements();
        int examined = 0;
        for (FindingsDocument.Finding finding : document.findings()) {
            Optional<Measurement> source = measured.stream()
                    .filter(measurement -> measurement.hypothesis().equals(finding.id()))
                    .findFirst();
            examined += finding.quantities().size();
            if (source.isEmpty() || !agree(source.get(), finding)) {
                return Check.failed(
                        name, examined, "numbers of finding " + finding.id() + " are not those of the measurement");
            }
        }
        return Check.passed(name, examined);
    }

    Check verdicts(String name, FindingsDocument document) {
        Map<String, Judgement> judgements = new HashMap<>();
        long tested = 0;
        for (RecordedRun.Round round : run.rounds()) {
            tested += judge(round.number(), judgements);
        }
        int examined = 1;
        if (tested != document.tested()) {
            return Check.failed(name, examined, "the findings count " + document.tested() + " tests, the record " + tested);
        }
        for (FindingsDocument.Finding finding : document.findings()) {
            examined++;
            Judgement judgement = judgements.get(finding.id());
            if (judgement == null
                    || !judgement.verdict().word().equals(finding.verdict())
                    || !FindingsDocument.Ledger.of(judgement.ruling().decision()).equals(finding.ledger())
                    || (judgement.verdict().accepted() && !finding.ledger().accepted())) {
                return Check.failed(name, examined, "the verdict on finding " + finding.id() + " is not the recorded one");
            }
        }
        return Check.passed(name, examined);
    }

    Check citations(String name, FindingsDocument document) {
        Literature recorded = run.literature().with(List.of());
        Optional<Literature> told = document.literature();
        if (told.isEmpty()
                || !told.get().passages().equals(recorded.passages())
                || !told.get().folders().equals(recorded.folders())) {
            return Check.failed(name, 1, "the literature of the findings is not the recorded one");
        }
        int examined = recorded.passages().size();
        for (Literature.Citation citation : told.get().citations()) {
            for (String key : citation.cited()) {
                examined++;
                if (recorded.passage(key).isEmpty()) {
                    return Check.failed(name, examined, citation.proposer() + " is said to cite " + key + ", which was not shown");
                }
            }
        }
        return Check.passed(name, examined);
    }

    /** Notes the judgements of a round; returns how many members shared its payment. */
    private long judge(int round, Map<String, Judgement> judgements) {
        List<Hypothesis> family = run.plan(round).family();
        List<Ruling.Entry> ruling = run.ruling(round).entries();
        List<Verdict> verdicts = run.verdicts(round);
        for (int i = 0; i < family.size(); i++) {
            judgements.put(family.get(i).id(), new Judgement(ruling.get(i), verdicts.get(i)));
        }
        return family.size();
    }

    private static boolean agree(Measurement measurement, FindingsDocument.Finding finding) {
        return measurement.quantities().equals(finding.quantities())
                && measurement.significance().equals(finding.significance())
                && measurement.log10p().equals(finding.log10p())
                && measurement.statement().equals(finding.statement());
    }
}
