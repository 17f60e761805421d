package org.novum.particledecay.planted;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novum.particledecay.generate.CampaignGenerator;
import org.novum.particledecay.generate.ChannelTruth;

/** Scores claims about a planted campaign against its truth, once the verdicts stand. */
public final class PlantedTruth {
    private static final double STANDARD_DEVIATIONS = 4;

    private final Map<String, ChannelTruth> truths = new TreeMap<>();

    /** The truth behind an address. */
    public PlantedTruth(PlantedUri planted) {
        CampaignGenerator generator = planted.generator();
        for (int channel = 0; channel < generator.channels(); channel++) {
            ChannelTruth truth = generator.channel(channel).truth();
            truths.put(truth.channel(), truth);
        }
    }

    /**
     * A claim that was accepted.
     *
     * @param channel it is made of
     * @param mass in GeV
     */
    public record Claim(String channel, double mass) {}

    /**
     * The score.
     *
     * @param planted states in the campaign
     * @param found of these
     * @param falseClaims claims where no state is
     * @param traps channels that hold something to be mistaken for a state
     */
    public record Score(int planted, int found, int falseClaims, int traps) {}

    /** Scores claims: true if a state is planted in the channel within four standard deviations of its peak. */
    public Score score(List<Claim> claims) {
        int found = 0;
        int mistaken = 0;
        for (Claim claim : claims) {
            ChannelTruth truth = truths.get(claim.channel());
            boolean right = truth != null
                    && truth.planted()
                            .filter(state -> Math.abs(state.mass() - claim.mass()) < STANDARD_DEVIATIONS * state.sigma())
                            .isPresent();
            found += right ? 1 : 0;
            mistaken += right ? 0 : 1;
        }
        int planted = (int) truths.values().stream().filter(truth -> truth.planted().isPresent()).count();
        int traps = (int) truths.values().stream().filter(truth -> truth.kind().trap()).count();
        return new Score(planted, found, mistaken, traps);
    }

    /** One line about a channel's truth. */
    public String reveal(String channel) {
        ChannelTruth truth = truths.get(channel);
        String kind = truth.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return truth.planted()
                .map(state -> String.format(
                        java.util.Locale.ROOT, "%s: a state at %.1f MeV, Asimov Z %.1f", kind, 1000 * state.mass(), state.asimovZ()))
                .orElse(kind);
    }
}
