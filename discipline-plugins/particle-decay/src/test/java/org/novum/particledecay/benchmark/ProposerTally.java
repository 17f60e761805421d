package org.novum.particledecay.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.novum.particledecay.generate.ChannelTruth;
import org.novum.statistics.evidence.PValues;
import org.novum.statistics.multiple.BatchProcedure;
import org.novum.statistics.multiple.Rejections;
import org.novum.statistics.multiple.Weights;

/** Scores of one way of proposing at one promised level, pooled over campaigns. */
final class ProposerTally {
    /** Strengths at which proposers make a difference. */
    static final List<Integer> MIDDLING = List.of(3, 4, 5);

    /** How weights are scaled. */
    enum Scaling {
        /** As in the plan. */
        OF_THE_PLAN,
        /** To mean 1, which is all that a weighted test needs. */
        MEAN_ONE
    }

    private final double level;
    private final Scaling scaling;
    private final int[] planted = new int[Tally.STRENGTHS.size()];
    private final int[] found = new int[Tally.STRENGTHS.size()];
    private final List<Double> proportions = new ArrayList<>();
    private final List<Double> recalls = new ArrayList<>();
    private int claims;
    private int wrong;
    private int kept;
    private int dropped;
    private double nullWeight;
    private int members;

    ProposerTally(double level, Scaling scaling) {
        this.level = level;
        this.scaling = scaling;
    }

    /** Judges a campaign as the ledger judges the first registration of a stream with {@code share: 1}. */
    void add(List<ChannelTruth> truths, AskedCampaign.Planned planned, Map<String, Scans.Scan> scans) {
        List<String> channels = planned.channels();
        double[] weights = weights(planned);
        PValues p = PValues.ofLog10(
                channels.stream().mapToDouble(channel -> scans.get(channel).log10P()).toArray());
        Rejections accepted = new BatchProcedure.BenjaminiHochberg(level).decide(Weights.of(weights).apply(p));
        Map<String, ChannelTruth> byName =
                truths.stream().collect(Collectors.toMap(ChannelTruth::channel, truth -> truth));
        int claimsHere = 0;
        int wrongHere = 0;
        int middling = 0;
        for (int i = 0; i < channels.size(); i++) {
            ChannelTruth truth = byName.get(channels.get(i));
            nullWeight += truth.planted().isEmpty() ? weights[i] : 0;
            if (accepted.contains(i)) {
                boolean right = right(truth, scans.get(truth.channel()).mass());
                claimsHere++;
                wrongHere += right ? 0 : 1;
                if (right && truth.kind() == ChannelTruth.Kind.SIGNAL) {
                    found[strength(truth)]++;
                    middling += isMiddling(truth) ? 1 : 0;
                }
            }
        }
        truths.stream().filter(truth -> truth.kind() == ChannelTruth.Kind.SIGNAL).forEach(truth -> planted[strength(truth)]++);
        long all = truths.stream().filter(ProposerTally::isMiddling).count();
        recalls.add(all == 0 ? 0 : middling / (double) all);
        members += channels.size();
        claims += claimsHere;
        wrong += wrongHere;
        proportions.add(claimsHere == 0 ? 0 : wrongHere / (double) claimsHere);
        kept += planned.proposed().kept().size();
        dropped += planned.proposed().dropped().claims();
    }

    private double[] weights(AskedCampaign.Planned planned) {
        double[] weights = planned.plan().family().stream()
                .mapToDouble(member -> planned.plan().weights().getOrDefault(member.id(), 1.0))
                .toArray();
        double scale = scaling == Scaling.OF_THE_PLAN ? 1 : Arrays.stream(weights).average().orElse(1);
        return Arrays.stream(weights).map(weight -> weight / scale).toArray();
    }

    private static boolean isMiddling(ChannelTruth truth) {
        return truth.kind() == ChannelTruth.Kind.SIGNAL && MIDDLING.contains(Tally.STRENGTHS.get(strength(truth)));
    }

    private static int strength(ChannelTruth truth) {
        return Tally.STRENGTHS.indexOf((int) Math.rint(truth.planted().orElseThrow().asimovZ()));
    }

    private static boolean right(ChannelTruth truth, double mass) {
        return truth.planted()
                .filter(state -> Math.abs(mass - state.mass()) < 3 * state.sigma() + 0.003 * state.mass())
                .isPresent();
    }

    int claims() {
        return claims;
    }

    int wrong() {
        return wrong;
    }

    int kept() {
        return kept;
    }

    int dropped() {
        return dropped;
    }

    /** The bound on the false discovery rate of valid p-values: the level times the part of the weight on empty channels. */
    double bound() {
        return level * nullWeight / members;
    }

    /** The proportion of false among accepted, campaign by campaign. */
    List<Double> proportions() {
        return List.copyOf(proportions);
    }

    /** Recall of middling strengths, campaign by campaign. */
    List<Double> recalls() {
        return List.copyOf(recalls);
    }

    /** Mean over campaigns of the proportion of false among accepted. */
    double falseDiscoveryRate() {
        return mean(proportions);
    }

    /** Standard error of that mean. */
    double standardError() {
        return standardError(proportions);
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    static double standardError(List<Double> values) {
        double mean = mean(values);
        double sum = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
        int n = values.size();
        return n < 2 ? Double.NaN : Math.sqrt(sum / (n - 1) / n);
    }

    int planted(int strength) {
        return planted[Tally.STRENGTHS.indexOf(strength)];
    }

    double recall(int strength) {
        return recall(List.of(strength));
    }

    /** Recall over states of these strengths together. */
    double recall(List<Integer> strengths) {
        int all = strengths.stream().mapToInt(this::planted).sum();
        return all == 0 ? 0 : strengths.stream().mapToInt(z -> found[Tally.STRENGTHS.indexOf(z)]).sum() / (double) all;
    }
}
