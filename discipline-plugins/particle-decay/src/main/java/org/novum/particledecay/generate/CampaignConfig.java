package org.novum.particledecay.generate;

/**
 * What a campaign is made of.
 *
 * @param channels number of channels
 * @param mixture fractions of its parts
 * @param sizes range of the number of candidates of a channel
 * @param seed seed of everything
 */
public record CampaignConfig(int channels, Mixture mixture, Sizes sizes, long seed) {

    /**
     * Fractions of channels.
     *
     * @param signals fraction with one decaying state
     * @param traps fraction of trap channels
     * @param bumps fraction of backgrounds with a broad bump that no smooth family describes
     * @param known fraction of the signals that are listed decays of PDG states
     */
    public record Mixture(double signals, double traps, double bumps, double known) {}

    /**
     * Numbers of candidates and detectors.
     *
     * @param fewest fewest candidates of a channel
     * @param most most candidates of a channel
     * @param resolutions whether the channels of a campaign share one detector
     */
    public record Sizes(int fewest, int most, Resolutions resolutions) {}

    /** How momentum resolutions vary. */
    public enum Resolutions {
        /** One charged resolution between 0.5 and 1 % for the campaign. */
        PER_CAMPAIGN,
        /** Each channel has its own between 0.5 and 1 %. */
        PER_CHANNEL
    }

    /** 400 channels: 25 % signals, 10 % traps, 10 % broad bumps. */
    public static CampaignConfig standard(long seed) {
        return new CampaignConfig(400, new Mixture(0.25, 0.10, 0.10, 0.3),
                new Sizes(200, 20_000, Resolutions.PER_CHANNEL), seed);
    }

    /** The same campaign with another number of channels. */
    public CampaignConfig withChannels(int number) {
        return new CampaignConfig(number, mixture, sizes, seed);
    }

    /** The same with other fractions. */
    public CampaignConfig withMixture(Mixture other) {
        return new CampaignConfig(channels, other, sizes, seed);
    }

    /** The same with other sizes. */
    public CampaignConfig withSizes(Sizes other) {
        return new CampaignConfig(channels, mixture, other, seed);
    }
}
