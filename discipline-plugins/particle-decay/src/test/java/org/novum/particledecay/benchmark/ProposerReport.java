package org.novum.particledecay.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The report of the proposer benchmark.
 *
 * @param scans of its campaigns
 * @param tallies by promised level
 * @param meanOne at the shipped level, with weights of mean 1
 */
record ProposerReport(
        List<Scans> scans, Map<Double, Map<Asker, ProposerTally>> tallies, Map<Asker, ProposerTally> meanOne) {
    String markdown() {
        StringBuilder out = new StringBuilder();
        Map<Asker, ProposerTally> shipped = tallies.get(ProposerBenchmark.SHIPPED);
        ProposerTally systematic = shipped.get(Asker.SYSTEMATIC);
        int channels = scans.getFirst().size().channels();
        int first = scans.getFirst().size().seed();
        int last = scans.getLast().size().seed();
        line(out, "# Proposers on planted campaigns");
        line(out, "");
        line(out, "%d campaigns of %d channels (seeds %s) of the shipped study `campaign`, asked by the systematic proposer, by"
                + " a scripted model, or by both (`--proposer systematic|model|both`). The model's answer goes through the same"
                + " request, form, sieve, plan and weights as in a run; the family is judged by weighted Benjamini–Hochberg, as"
                + " the ledger judges the first registration of a stream with `share: 1`. The study promises 5 %%.",
                scans.size(), channels,
                scans.stream().map(one -> "" + one.size().seed()).collect(Collectors.joining(", ")));
        line(out, "");
        line(out, "Made by `org.novum.particledecay.benchmark.ProposerBenchmark` (test classes of"
                + " `discipline-plugins/particle-decay`): `scan %d %d %d SCANS`, seed by seed or several at a time, in %.0f s of"
                + " CPU, then `report SCANS docs/reports`. All proposers are judged on the same scans, so that differences"
                + " between rows are paired.", first, last, channels,
                scans.stream().mapToDouble(Scans::seconds).sum());
        line(out, "");
        line(out, "![recall against planted significance, and false discovery rate against the promise](proposers.svg)");
        line(out, "");
        line(out, "## At the shipped 5 %%");
        line(out, "");
        line(out, "| who proposes | claims | false | FDR ± standard error | one-sided 95 %% limits of false among claims"
                + " | bound for valid p-values | FDR − systematic |");
        line(out, "| --- | --- | --- | --- | --- | --- | --- |");
        shipped.forEach((who, tally) -> line(out, "| %s | %d | %d | %.1f ± %.1f %% | %.1f to %.1f %% | %.1f %% | %s |",
                who.title(), tally.claims(), tally.wrong(), 100 * tally.falseDiscoveryRate(), 100 * tally.standardError(),
                100 * Tally.lower(tally.wrong(), tally.claims()), 100 * Tally.upper(tally.wrong(), tally.claims()),
                100 * tally.bound(),
                who == Asker.SYSTEMATIC ? "" : difference(tally.proportions(), systematic.proportions(), 100, " %"))) ;
        line(out, "");
        line(out, "| who proposes | recall at Z = 2 | 3 | 4 | 5 | 6 | 8 | 3 to 5 | − systematic |");
        line(out, "| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        shipped.forEach((who, tally) -> line(out, "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | **%.3f** | %s |",
                who.title(), tally.recall(2), tally.recall(3), tally.recall(4), tally.recall(5), tally.recall(6),
                tally.recall(8), tally.recall(ProposerTally.MIDDLING),
                who == Asker.SYSTEMATIC ? "" : difference(tally.recalls(), systematic.recalls(), 1, "")));
        line(out, "");
        line(out, "States planted: %s.", Tally.STRENGTHS.stream()
                .map(z -> systematic.planted(z) + " at Z = " + z)
                .collect(Collectors.joining(", ")));
        line(out, "");
        line(out, "## Why weights are scaled as they are");
        line(out, "");
        line(out, "Of valid p-values at most 5 %% times the part of the weight on channels without a state are false. Equal weights"
                + " leave unused what lies on channels with one. Weights of mean 1 let a saboteur use that up; weights whose"
                + " greater half has mean 1, as the program scales them, do not"
                + " ([record 0021](../decisions/0021-weights-leave-the-slack.md)). The same scans, scaled in both ways:");
        line(out, "");
        line(out, "| who proposes | bound | false of claims | FDR | recall 3 to 5 | bound, mean 1 | false of claims | FDR | recall"
                + " 3 to 5 |");
        line(out, "| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        shipped.forEach((who, tally) -> line(out, "| %s | %s | %s |", who.title(), cells(tally), cells(meanOne.get(who))));
        line(out, "");
        line(out, "The bound holds for valid p-values. Those of channels whose background carries an unmodelled bump are smaller"
                + " than they should be ([campaigns](campaign.md)); a deceiver knows these channels and weighs for them.");
        line(out, "");
        line(out, "## At other levels");
        line(out, "");
        line(out, "False discovery rate ± standard error, and in brackets false among claims.");
        line(out, "");
        line(out, "| who proposes | %s |", ProposerBenchmark.LEVELS.stream()
                .map(level -> String.format(Locale.ROOT, "promise %.0f %%", 100 * level))
                .collect(Collectors.joining(" | ")));
        line(out, "| --- |%s", " --- |".repeat(ProposerBenchmark.LEVELS.size()));
        for (Asker who : Asker.values()) {
            line(out, "| %s | %s |", who.title(), ProposerBenchmark.LEVELS.stream()
                    .map(level -> tallies.get(level).get(who))
                    .map(tally -> String.format(Locale.ROOT, "%.1f ± %.1f %% (%d of %d)", 100 * tally.falseDiscoveryRate(),
                            100 * tally.standardError(), tally.wrong(), tally.claims()))
                    .collect(Collectors.joining(" | ")));
        }
        line(out, "");
        line(out, "A rate above its promise is one that the systematic proposer has too: the smaller the promise, the larger the"
                + " part of channels with an unmodelled bump among the claims.");
        line(out, "");
        line(out, "## Proposals");
        line(out, "");
        line(out, "| who proposes | kept | dropped |");
        line(out, "| --- | --- | --- |");
        shipped.forEach((who, tally) -> line(out, "| %s | %d | %d |", who.title(), tally.kept(), tally.dropped()));
        line(out, "");
        line(out, "Dropped proposals ask for what the study does not allow: other channels, further states, windows of their"
                + " own, unknown fields. A request for confirmation rows is a text among the reasons, which nobody reads. The"
                + " adversary expects a wrong mass in one channel of three, and so does the saboteur.");
        return out.toString();
    }

    private static String cells(ProposerTally tally) {
        return String.format(
                Locale.ROOT, "%.1f %% | %d of %d | %.1f ± %.1f %% | %.3f", 100 * tally.bound(), tally.wrong(), tally.claims(),
                100 * tally.falseDiscoveryRate(), 100 * tally.standardError(), tally.recall(ProposerTally.MIDDLING));
    }

    /** Mean and standard error of paired differences. */
    private static String difference(List<Double> values, List<Double> reference, double scale, String unit) {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            differences.add(scale * (values.get(i) - reference.get(i)));
        }
        String format = scale == 1 ? "%+.3f ± %.3f%s" : "%+.1f ± %.1f%s";
        return String.format(
                Locale.ROOT, format, ProposerTally.mean(differences), ProposerTally.standardError(differences), unit);
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
