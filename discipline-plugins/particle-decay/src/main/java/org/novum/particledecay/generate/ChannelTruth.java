package org.novum.particledecay.generate;

import java.util.Optional;

/**
 * What a generated channel really holds.
 *
 * @param channel name of the channel
 * @param kind what it is
 * @param broadBump whether its background carries a broad bump
 * @param planted the state that decays in it, if any
 */
public record ChannelTruth(String channel, Kind kind, boolean broadBump, Optional<Planted> planted) {

    /** The kinds of channels. */
    public enum Kind {
        /** Nothing but background. */
        BACKGROUND,
        /** One decaying state to be found. */
        SIGNAL,
        /** Background with a part of its events written several times. */
        DUPLICATES,
        /** Pairs of equal charge with a hump from momentum cuts. */
        SAME_SIGN_HUMP,
        /** A known state seen with one daughter mis-identified. */
        REFLECTION,
        /** Background with a sharp kinematic end point inside the window. */
        EDGE,
        /** A known state whose mass reads 0.3 % low. */
        MASS_SCALE,
        /** A strong known state with a radiative tail below it. */
        RADIATIVE_TAIL;

        /** Whether a claim other than of a known state at its place would be a mistake. */
        public boolean trap() {
            return this != BACKGROUND && this != SIGNAL;
        }
    }

    /**
     * A planted state.
     *
     * @param parent PDG number, or 0 for a state that nothing is known of
     * @param mass mass in GeV as it appears in the data
     * @param sigma standard deviation of its reconstructed mass in GeV
     * @param asimovZ its Asimov significance for the known background at known mass and width
     * @param expected expected number of candidates
     */
    public record Planted(int parent, double mass, double sigma, double asimovZ, double expected) {}
}
