package org.novum.particledecay.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report of the proposer benchmark. */
final class ProposerReport {
    private static final String[] COLOURS = {"#525252", "#0b5fa5", "#c2410c", "#7e22ce"};
    private static final int WIDTH = 720;
    private static final int HEIGHT = 380;

    private ProposerReport() {}

    /**
     * How large the benchmark was.
     *
     * @param first seed
     * @param last seed
     * @param channels of each campaign
     * @param seconds of CPU
     */
    record Size(int first, int last, int channels, double seconds) {}

    static String markdown(Size size, Map<String, ProposerTally> tallies) {
        StringBuilder out = new StringBuilder();
        int campaigns = size.last() - size.first() + 1;
        line(out, "# Proposers on planted campaigns");
        line(out, "");
        line(out, "%d campaigns of %d channels (seeds %d to %d) of the shipped study `campaign`, asked by the systematic"
                + " proposer alone and by it and a scripted model together (`--proposer both`). The model's answer goes"
                + " through the same request, form, sieve, plan and weights as in a run; the family is judged by weighted"
                + " Benjamini–Hochberg at 5 %%, as the ledger judges the first registration of a stream with `share: 1`.",
                campaigns, size.channels(), size.first(), size.last());
        line(out, "");
        line(out, "Made by `org.novum.particledecay.benchmark.ProposerBenchmark %d %d %d docs/reports` (test classes of"
                + " `discipline-plugins/particle-decay`) in %.0f s of CPU. The size is reduced to stay below ten minutes of"
                + " CPU: differences between rows are paired, their absolute values are not precise.",
                size.first(), size.last(), size.channels(), size.seconds());
        line(out, "");
        line(out, "| who proposes | claims | false | FDR ± standard error | one-sided 95 %% limits of false among claims"
                + " | recall at Z = 2 | 3 | 4 | 5 | 6 | 8 | 3 to 5 |");
        line(out, "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        tallies.forEach((who, tally) -> line(out,
                "| %s | %d | %d | %.1f ± %.1f %% | %.1f to %.1f %% | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | **%.3f** |",
                who, tally.claims(), tally.wrong(), 100 * tally.falseDiscoveryRate(), 100 * tally.standardError(),
                100 * Tally.lower(tally.wrong(), tally.claims()), 100 * Tally.upper(tally.wrong(), tally.claims()),
                tally.recall(2), tally.recall(3), tally.recall(4), tally.recall(5), tally.recall(6), tally.recall(8),
                tally.recall(List.of(3, 4, 5))));
        line(out, "");
        line(out, "States planted: %s.", String.join(", ", Tally.STRENGTHS.stream()
                .map(z -> tallies.values().iterator().next().planted(z) + " at Z = " + z).toList()));
        line(out, "");
        line(out, "![recall and false discovery rate](proposers.svg)");
        line(out, "");
        line(out, "## Reading the table");
        line(out, "");
        line(out, "Weights of mean 1 keep the false discovery rate of valid p-values at or below 5 %% times the part of the weight"
                + " that lies on channels without a state. The systematic proposer leaves a quarter of the promise unused in"
                + " that way; a saboteur who puts all weight on such channels uses it up, a third more, and costs power"
                + " besides. What goes beyond that is the chance of these seeds, which all rows share: compare rows, and"
                + " see the [campaigns](campaign.md) for the absolute rate.");
        line(out, "");
        line(out, "## Proposals");
        line(out, "");
        line(out, "| who proposes | kept | dropped | expectations dropped |");
        line(out, "| --- | --- | --- | --- |");
        tallies.forEach((who, tally) -> line(out, "| %s | %d | %d | %d |", who, tally.kept(), tally.dropped(),
                tally.expectationsDropped()));
        line(out, "");
        line(out, "Dropped proposals ask for what the study does not allow: other channels, further states, windows of their"
                + " own, unknown fields. A request for confirmation rows is a text among the reasons, which nobody reads.");
        return out.toString();
    }

    /** Recall against planted significance, and beside it the false discovery rates with the promise as a line. */
    static String svg(Map<String, ProposerTally> tallies) {
        StringBuilder out = new StringBuilder();
        line(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                + " font-size=\"11\"><rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT, WIDTH, HEIGHT);
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            line(out, "<line x1=\"50\" x2=\"420\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/><text x=\"44\" y=\"%.1f\""
                    + " text-anchor=\"end\">%.1f</text>", y(tenth / 10.0), y(tenth / 10.0), y(tenth / 10.0) + 4, tenth / 10.0);
            line(out, "<text x=\"494\" y=\"%.1f\" text-anchor=\"end\">%d %%</text>", y(tenth / 10.0) + 4, 2 * tenth);
        }
        Tally.STRENGTHS.forEach(z ->
                line(out, "<text x=\"%.1f\" y=\"276\" text-anchor=\"middle\">%d</text>", x(z), z));
        line(out, "<text x=\"235\" y=\"294\" text-anchor=\"middle\">planted Asimov significance (recall)</text>");
        line(out, "<text x=\"600\" y=\"294\" text-anchor=\"middle\">false discovery rate</text>");
        line(out, "<line x1=\"500\" x2=\"700\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#b91c1c\" stroke-dasharray=\"4 3\"/>"
                + "<text x=\"700\" y=\"%.1f\" text-anchor=\"end\" fill=\"#b91c1c\">promise</text>",
                y(0.25), y(0.25), y(0.25) - 4);
        int index = 0;
        for (Map.Entry<String, ProposerTally> one : tallies.entrySet()) {
            curve(out, index, one);
            index++;
        }
        return out.append("</svg>\n").toString();
    }

    private static void curve(StringBuilder out, int index, Map.Entry<String, ProposerTally> one) {
        String colour = COLOURS[index % COLOURS.length];
        StringBuilder points = new StringBuilder();
        Tally.STRENGTHS.forEach(z -> points.append(
                String.format(Locale.ROOT, "%.1f,%.1f ", x(z), y(one.getValue().recall(z)))));
        line(out, "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", points.toString().trim(),
                colour);
        line(out, "<text x=\"50\" y=\"%d\" fill=\"%s\">%s</text>", 316 + 16 * index, colour, one.getKey());
        double rate = one.getValue().falseDiscoveryRate() * 5;
        double error = Double.isNaN(one.getValue().standardError()) ? 0 : one.getValue().standardError() * 5;
        int at = 530 + 45 * index;
        line(out, "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/><circle cx=\"%d\" cy=\"%.1f\" r=\"4\""
                + " fill=\"%s\"/>", at, at, y(rate - error), y(rate + error), colour, at, y(rate), colour);
    }

    private static double x(double strength) {
        return 50 + (strength - 1.5) / 7 * 370;
    }

    private static double y(double value) {
        return 260 - value * 240;
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
