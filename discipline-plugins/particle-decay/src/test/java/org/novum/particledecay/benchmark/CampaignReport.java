package org.novum.particledecay.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.novum.particledecay.generate.ChannelTruth;

/** The report of the campaign benchmark, as Markdown. */
final class CampaignReport {
    private final Map<Design, Tally> all;
    private final Map<Design, Tally> some;
    private final List<TestedChannel> channels;
    private final StringBuilder out = new StringBuilder();

    CampaignReport(Map<Design, Tally> all, Map<Design, Tally> some, List<TestedChannel> channels) {
        this.all = all;
        this.some = some;
        this.channels = channels;
    }

    String markdown(int first, int last, double seconds) {
        int campaigns = last - first + 1;
        line("# Planted-truth campaigns of the particle-decay search");
        line("");
        line("%d campaigns of 400 channels (seeds %d to %d): 25 %% carry one decay of Asimov significance 2, 3, 4, 5, 6 or 8"
                + " at unknown mass, 10 %% are traps, 10 %% of all backgrounds carry an unmodelled broad bump; each channel has its"
                + " own charged momentum resolution between 0.5 and 1 %%, photons 3 %%. Nothing was tuned on these seeds.",
                campaigns, first, last);
        line("");
        line("Made by `org.novum.particledecay.benchmark.CampaignBenchmark %d %d %d docs/reports` (test classes of"
                + " `discipline-plugins/particle-decay`).", first, last, some.isEmpty() ? 0 : comparedCampaigns());
        line("");
        summary(all.get(Design.REGISTERED));
        recalls(all.get(Design.REGISTERED));
        traps(all.get(Design.REGISTERED));
        designs(seconds, campaigns);
        nulls();
        mistakes();
        return out.toString();
    }

    private int comparedCampaigns() {
        return (int) channels.stream().filter(channel -> channel.others().isPresent()).count() / 400;
    }

    private void summary(Tally tally) {
        int wrong = tally.wrong();
        line("## The shipped study, Benjamini–Hochberg at 5 %%");
        line("");
        line("| figure | value | bar |");
        line("| --- | --- | --- |");
        line("| accepted claims | %d | |", tally.claims());
        line("| false claims | %d (%d on backgrounds with a bump) | |", wrong, tally.wrongOnBumps());
        line("| false discovery rate | %.1f %%, one-sided 95 %% limits %.1f to %.1f %% | ≤ 5 %% |",
                100 * tally.falseDiscoveryRate(), 100 * Tally.lower(wrong, tally.claims()),
                100 * Tally.upper(wrong, tally.claims()));
        line("| modes at 5 σ global | %.1f of 100 | ≥ 24 |", tally.discoveriesPerHundred());
        line("| false claims at 5 σ global | %d | 0 |", tally.wrongDiscoveries());
        line("");
    }

    private void recalls(Tally tally) {
        line("## Recall");
        line("");
        line("| planted Z | modes | recall | one-sided 95 %% limits | at 5 σ global | bar |");
        line("| --- | --- | --- | --- | --- | --- |");
        Map<Integer, String> bars = Map.of(4, "≥ .50", 5, "≥ .82", 6, "≥ .95");
        for (int z : Tally.STRENGTHS) {
            line("| %d | %d | %.3f | %.3f to %.3f | %.3f | %s |", z, tally.planted(z), tally.recall(z),
                    Tally.lower(tally.found(z), tally.planted(z)), Tally.upper(tally.found(z), tally.planted(z)),
                    tally.discoveryRate(z), bars.getOrDefault(z, ""));
        }
        line("");
        line("![recall against planted significance](campaign.svg)");
        line("");
    }

    private void traps(Tally tally) {
        line("## Traps");
        line("");
        line("A state that is really there, at its place, is a right claim (it is to be reported as known); anything else is"
                + " wrong.");
        line("");
        line("| kind | channels | right claims | wrong claims |");
        line("| --- | --- | --- | --- |");
        for (Map.Entry<ChannelTruth.Kind, int[]> kind : tally.kinds().entrySet()) {
            line("| %s | %d | %d | %d |", kind.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    kind.getValue()[0], kind.getValue()[1], kind.getValue()[2]);
        }
        line("");
    }

    private void designs(double seconds, int campaigns) {
        if (!some.isEmpty()) {
            line("## Designs, each at 5 %%, on the first %s",
                    comparedCampaigns() == 1 ? "campaign" : comparedCampaigns() + " campaigns");
            line("");
            table(some);
        }
        line("## Batch procedures on all campaigns");
        line("");
        table(all);
        line("CPU time of the shipped study's test: %.0f s a campaign.", seconds / campaigns);
        line("");
    }

    private void table(Map<Design, Tally> tallies) {
        line("| design | claims | FDR | recall at Z = 2 | 3 | 4 | 5 | 6 | 8 |");
        line("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (Map.Entry<Design, Tally> entry : tallies.entrySet()) {
            Tally tally = entry.getValue();
            line("| %s | %d | %.1f %% | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |", entry.getKey().title(), tally.claims(),
                    100 * tally.falseDiscoveryRate(), tally.recall(2), tally.recall(3), tally.recall(4),
                    tally.recall(5), tally.recall(6), tally.recall(8));
        }
        line("");
    }

    private void mistakes() {
        line("");
        line("## Every false claim of the shipped study");
        line("");
        line("| campaign's seed | channel | kind | broad bump | planted Z | claimed mass, GeV | planted mass, GeV | log10 of global p |");
        line("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (TestedChannel channel : all.get(Design.REGISTERED).mistakes()) {
            ChannelTruth truth = channel.truth();
            line("| %d | %s | %s | %s | %s | %.4f | %s | %.2f |", channel.seed(), truth.channel(),
                    truth.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '), truth.broadBump() ? "yes" : "",
                    truth.planted().map(state -> String.format(Locale.ROOT, "%.0f", state.asimovZ())).orElse(""),
                    channel.shipped().mass(),
                    truth.planted().map(state -> String.format(Locale.ROOT, "%.4f", state.mass())).orElse(""),
                    channel.shipped().log10P());
        }
    }

    private void nulls() {
        List<TestedChannel> nulls = channels.stream()
                .filter(channel -> channel.truth().kind() == ChannelTruth.Kind.BACKGROUND).toList();
        line("## Global p-values of channels without a signal");
        line("");
        line("| level | smooth backgrounds | with a broad bump |");
        line("| --- | --- | --- |");
        for (double level : new double[] {0.2, 0.1, 0.05, 0.01}) {
            line("| %.2f | %s | %s |", level, fraction(nulls, level, false), fraction(nulls, level, true));
        }
    }

    private static String fraction(List<TestedChannel> nulls, double level, boolean bump) {
        List<TestedChannel> chosen = nulls.stream().filter(channel -> channel.truth().broadBump() == bump).toList();
        double part = chosen.stream().filter(channel -> channel.shipped().log10Scan() <= StrictMath.log10(level)).count()
                / (double) Math.max(1, chosen.size());
        return String.format(Locale.ROOT, "%.4f ± %.4f (%d)", part,
                Math.sqrt(level * (1 - level) / Math.max(1, chosen.size())), chosen.size());
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
