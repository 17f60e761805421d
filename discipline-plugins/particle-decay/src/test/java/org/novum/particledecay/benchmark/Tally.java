package org.novum.particledecay.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.novum.particledecay.generate.ChannelTruth;
import org.novum.statistics.evidence.PValue;
import org.novum.statistics.multiple.Rejections;

/** Scores of one design, pooled over campaigns. */
final class Tally {
    static final List<Integer> STRENGTHS = List.of(2, 3, 4, 5, 6, 8);
    private static final double DISCOVERY = 5;

    private final int[] planted = new int[STRENGTHS.size()];
    private final int[] found = new int[STRENGTHS.size()];
    private final int[] discovered = new int[STRENGTHS.size()];
    private final Map<ChannelTruth.Kind, int[]> kinds = new EnumMap<>(ChannelTruth.Kind.class);
    private final List<Double> proportions = new ArrayList<>();
    private final List<TestedChannel> mistakes = new ArrayList<>();
    private int claims;
    private int wrong;
    private int wrongDiscoveries;
    private int wrongOnBumps;

    /** Adds one campaign's decisions. */
    void add(Design design, List<TestedChannel> channels, Rejections accepted) {
        int claimsHere = 0;
        int wrongHere = 0;
        for (int i = 0; i < channels.size(); i++) {
            TestedChannel channel = channels.get(i);
            boolean right = channel.right(design.mass(channel));
            boolean claimed = accepted.contains(i);
            boolean five = claimed && PValue.ofLog10(channel.shipped().log10P()).z() >= DISCOVERY;
            int[] kind = kinds.computeIfAbsent(channel.truth().kind(), key -> new int[3]);
            kind[0]++;
            kind[1] += claimed && right ? 1 : 0;
            kind[2] += claimed && !right ? 1 : 0;
            claimsHere += claimed ? 1 : 0;
            wrongHere += claimed && !right ? 1 : 0;
            wrongDiscoveries += five && !right ? 1 : 0;
            if (claimed && !right) {
                mistakes.add(channel);
            }
            wrongOnBumps += claimed && !right && channel.truth().broadBump() ? 1 : 0;
            if (channel.truth().kind() == ChannelTruth.Kind.SIGNAL) {
                int at = STRENGTHS.indexOf((int) Math.rint(channel.truth().planted().orElseThrow().asimovZ()));
                planted[at]++;
                found[at] += claimed && right ? 1 : 0;
                discovered[at] += five && right ? 1 : 0;
            }
        }
        claims += claimsHere;
        wrong += wrongHere;
        proportions.add(claimsHere == 0 ? 0 : wrongHere / (double) claimsHere);
    }

    int claims() {
        return claims;
    }

    int wrong() {
        return wrong;
    }

    int wrongDiscoveries() {
        return wrongDiscoveries;
    }

    List<TestedChannel> mistakes() {
        return mistakes;
    }

    int wrongOnBumps() {
        return wrongOnBumps;
    }

    /** Mean over campaigns of the proportion of false among accepted: the false discovery rate. */
    double falseDiscoveryRate() {
        return proportions.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    double recall(int strength) {
        int at = STRENGTHS.indexOf(strength);
        return found[at] / (double) planted[at];
    }

    int planted(int strength) {
        return planted[STRENGTHS.indexOf(strength)];
    }

    int found(int strength) {
        return found[STRENGTHS.indexOf(strength)];
    }

    double discoveryRate(int strength) {
        int at = STRENGTHS.indexOf(strength);
        return discovered[at] / (double) planted[at];
    }

    /** Expected discoveries among 100 modes spread evenly over the strengths. */
    double discoveriesPerHundred() {
        return STRENGTHS.stream().mapToDouble(this::discoveryRate).average().orElse(0) * 100;
    }

    Map<ChannelTruth.Kind, int[]> kinds() {
        return kinds;
    }

    /** One-sided 95 % lower limit of a binomial proportion (Clopper and Pearson 1934). */
    static double lower(int successes, int trials) {
        return successes == 0 ? 0
                : new BetaDistribution(successes, trials - successes + 1.0).inverseCumulativeProbability(0.05);
    }

    /** One-sided 95 % upper limit of a binomial proportion (Clopper and Pearson 1934). */
    static double upper(int successes, int trials) {
        return successes == trials ? 1
                : new BetaDistribution(successes + 1.0, trials - successes).inverseCumulativeProbability(0.95);
    }
}
