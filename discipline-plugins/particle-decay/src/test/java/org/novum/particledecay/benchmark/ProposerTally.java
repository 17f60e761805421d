package org.novum.particledecay.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.novum.api.discipline.TestOutcome;
import org.novum.particledecay.generate.ChannelTruth;
import org.novum.statistics.multiple.Rejections;

/** Scores of one way of proposing, pooled over campaigns. */
final class ProposerTally {
    private final int[] planted = new int[Tally.STRENGTHS.size()];
    private final int[] found = new int[Tally.STRENGTHS.size()];
    private final List<Double> proportions = new ArrayList<>();
    private int claims;
    private int wrong;
    private int kept;
    private int dropped;
    private int expectationsDropped;

    void add(List<ChannelTruth> truths, AskedCampaign.Asked asked, Rejections accepted) {
        int claimsHere = 0;
        int wrongHere = 0;
        for (int i = 0; i < truths.size(); i++) {
            ChannelTruth truth = truths.get(i);
            TestOutcome outcome = asked.outcomes().get(i);
            if (!asked.plan().family().get(i).claim().path("channel").asText().equals(truth.channel())) {
                throw new IllegalStateException("channels are not in the order of the campaign");
            }
            boolean claimed = accepted.contains(i);
            boolean right = right(truth, outcome.detail().path("excess").path("mass").asDouble(0));
            claimsHere += claimed ? 1 : 0;
            wrongHere += claimed && !right ? 1 : 0;
            if (truth.kind() == ChannelTruth.Kind.SIGNAL) {
                int at = Tally.STRENGTHS.indexOf((int) Math.rint(truth.planted().orElseThrow().asimovZ()));
                planted[at]++;
                found[at] += claimed && right ? 1 : 0;
            }
        }
        claims += claimsHere;
        wrong += wrongHere;
        proportions.add(claimsHere == 0 ? 0 : wrongHere / (double) claimsHere);
        kept += asked.proposed().kept().size();
        dropped += asked.proposed().dropped().claims();
        expectationsDropped += asked.proposed().dropped().expectations();
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

    int expectationsDropped() {
        return expectationsDropped;
    }

    /** Mean over campaigns of the proportion of false among accepted. */
    double falseDiscoveryRate() {
        return proportions.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** Standard error of that mean. */
    double standardError() {
        double mean = falseDiscoveryRate();
        double sum = proportions.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
        int n = proportions.size();
        return n < 2 ? Double.NaN : Math.sqrt(sum / (n - 1) / n);
    }

    int planted(int strength) {
        return planted[Tally.STRENGTHS.indexOf(strength)];
    }

    int found(int strength) {
        return found[Tally.STRENGTHS.indexOf(strength)];
    }

    double recall(int strength) {
        return found(strength) / (double) planted(strength);
    }

    /** Recall over states of these strengths together. */
    double recall(List<Integer> strengths) {
        return strengths.stream().mapToInt(this::found).sum()
                / (double) strengths.stream().mapToInt(this::planted).sum();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "claims %d wrong %d recall 3-5 %.3f", claims, wrong, recall(List.of(3, 4, 5)));
    }
}
