package org.novum.runtime.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.novum.api.data.DatasetCard;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.Strength;
import org.novum.api.finding.Measurement;
import org.novum.report.FindingsDocument;
import org.novum.report.ReportModel;
import org.novum.runtime.agent.ResearchLoop;
import org.novum.runtime.agent.Steps;
import org.novum.runtime.literature.Retrieved;

/**
 * Makes the findings document of a run from its state and measurements.
 *
 * @param card what the run was started with
 * @param data it asked of
 * @param result of the loop
 * @param literature that models were shown passages of
 */
public record Findings(RunCard card, DatasetCard data, ResearchLoop.Result result, Retrieved literature) {
    /** A judged hypothesis and the round that judged it. */
    private record Judgement(int round, ResearchState.Judged judged) {}

    /** The document; its evidence names the outputs of the steps that made the numbers. */
    public FindingsDocument document(Steps steps) {
        Map<String, Judgement> judgements = judgements();
        List<FindingsDocument.Finding> findings = new ArrayList<>();
        for (Measurement measurement : result.measurements()) {
            Judgement judgement = of(judgements, measurement);
            List<String> evidence = List.of(
                    steps.outputOf(ResearchLoop.testOf(judgement.round())).toString(),
                    steps.outputOf(ResearchLoop.MEASURE).toString());
            findings.add(FindingsDocument.Finding.of(
                    measurement, judgement.judged().verdict(), judgement.judged().decision(), evidence));
        }
        return new FindingsDocument(
                run(),
                tested(),
                findings,
                literature.showsNothing() ? Optional.empty() : Optional.of(literature.with(result.citations())));
    }

    /** What the report shows of each finding beyond the document. */
    public Map<String, ReportModel.Detail> details() {
        Map<String, Judgement> judgements = judgements();
        Map<String, ReportModel.Detail> details = new TreeMap<>();
        for (Measurement measurement : result.measurements()) {
            ResearchState.Judged judged = of(judgements, measurement).judged();
            details.put(
                    measurement.hypothesis(),
                    ReportModel.Detail.of(judged.verdict(), judged.decision(), measurement.figures()));
        }
        return details;
    }

    /** How many hypotheses got each verdict, untested ones left out. */
    public Map<String, Long> verdicts() {
        Map<String, Long> verdicts = new TreeMap<>();
        result.state().rounds().stream()
                .flatMap(round -> round.judged().stream())
                .filter(judged -> !(judged.outcome().strength() instanceof Strength.Untested))
                .forEach(judged -> verdicts.merge(judged.verdict().word(), 1L, Long::sum));
        return verdicts;
    }

    /** Every member of a registered family shares its payment, also one that was never tested and counted p = 1. */
    private long tested() {
        return result.state().rounds().stream()
                .mapToLong(round -> round.judged().size())
                .sum();
    }

    private FindingsDocument.Run run() {
        return new FindingsDocument.Run(
                card.id(),
                card.study().name(),
                card.study().experiment(),
                card.study().discipline(),
                card.seed(),
                data.parts().stream().map(FindingsDocument.Data::of).toList(),
                card.versions());
    }

    /** The last judgement of each hypothesis; a later round may have asked it again on other rows. */
    private Map<String, Judgement> judgements() {
        Map<String, Judgement> judgements = new LinkedHashMap<>();
        List<ResearchState.Round> rounds = result.state().rounds();
        for (int i = 0; i < rounds.size(); i++) {
            for (ResearchState.Judged judged : rounds.get(i).judged()) {
                judgements.put(judged.hypothesis().id(), new Judgement(i + 1, judged));
            }
        }
        return judgements;
    }

    private static Judgement of(Map<String, Judgement> judgements, Measurement measurement) {
        Judgement judgement = judgements.get(measurement.hypothesis());
        if (judgement == null) {
            throw new IllegalStateException(
                    "the discipline measured " + measurement.hypothesis() + ", which nobody judged");
        }
        return judgement;
    }
}
