package org.novum.particledecay.benchmark;

import java.util.List;
import org.novum.particledecay.generate.ChannelTruth;

/** Who proposes in a campaign. */
enum Asker {
    /** The systematic proposer. */
    SYSTEMATIC("systematic alone", "#525252", Scans.Masses.NONE),
    /** The good physicist alone. */
    GOOD_ALONE("a good physicist alone: half of the states, within 2 %", "#7dd3fc", Scans.Masses.GOOD),
    /** Both. */
    GOOD("systematic and the good physicist", "#0b5fa5", Scans.Masses.GOOD),
    /** See {@link Physicist#ADVERSARY}. */
    ADVERSARY("systematic and an adversary: junk, random weights, wrong masses", "#c2410c", Scans.Masses.WRONG),
    /** See {@link Physicist#SABOTEUR}. */
    SABOTEUR("systematic and a saboteur, who weighs against the truth", "#7e22ce", Scans.Masses.WRONG),
    /** See {@link Physicist#DECEIVER}. */
    DECEIVER("systematic and a deceiver, who weighs for what is no smooth background", "#a16207", Scans.Masses.NONE);

    private final String title;
    private final String colour;
    private final Scans.Masses masses;

    Asker(String title, String colour, Scans.Masses masses) {
        this.title = title;
        this.colour = colour;
        this.masses = masses;
    }

    String title() {
        return title;
    }

    String colour() {
        return colour;
    }

    /** Which scans its plan needs. */
    Scans.Masses masses() {
        return masses;
    }

    /** What it asks. */
    AskedCampaign.Planned ask(AskedCampaign campaign, List<ChannelTruth> truths, int seed) {
        return switch (this) {
            case SYSTEMATIC -> campaign.systematic();
            case GOOD_ALONE -> campaign.alone(Physicist.GOOD.answer(truths, seed));
            case GOOD -> campaign.both(Physicist.GOOD.answer(truths, seed));
            case ADVERSARY -> campaign.both(Physicist.ADVERSARY.answer(truths, seed));
            case SABOTEUR -> campaign.both(Physicist.SABOTEUR.answer(truths, seed));
            case DECEIVER -> campaign.both(Physicist.DECEIVER.answer(truths, seed));
        };
    }
}
