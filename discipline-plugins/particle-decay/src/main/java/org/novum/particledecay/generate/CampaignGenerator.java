package org.novum.particledecay.generate;

import java.util.Locale;
import java.util.SplittableRandom;
import org.novum.particledecay.kinematics.MomentumResolution;

/**
 * Generates campaigns of many channels with planted decays, broad bumps and traps, whose truth is kept apart.
 *
 * <p>Channels are independent of one another and of the order in which they are made: each has a generator seeded by the
 * campaign's seed and its own number.
 */
public final class CampaignGenerator {
    private final CampaignConfig config;
    private final double sharedResolution;

    /**
     * @param config what the campaign is made of
     */
    public CampaignGenerator(CampaignConfig config) {
        this.config = config;
        this.sharedResolution = Draws.uniform(0.005, 0.010, new SplittableRandom(config.seed() * 31 + 7));
    }

    /** Number of channels. */
    public int channels() {
        return config.channels();
    }

    /** Generates channel {@code index}, from 0. */
    public GeneratedChannel channel(int index) {
        SplittableRandom random = new SplittableRandom(mix(config.seed(), index));
        String name = String.format(Locale.ROOT, "channel-%04d", index);
        double tracks = switch (config.sizes().resolutions()) {
            case PER_CAMPAIGN -> sharedResolution;
            case PER_CHANNEL -> Draws.uniform(0.005, 0.010, random);
        };
        Detector detector = new Detector(new MomentumResolution(tracks, 0.03), 1);
        int size = (int) Draws.logUniform(config.sizes().fewest(), config.sizes().most(), random);
        boolean bump = random.nextDouble() < config.mixture().bumps();
        ChannelMaker maker = new ChannelMaker(name, new ChannelMaker.Setting(detector, size, bump), random);
        double kind = random.nextDouble();
        if (kind < config.mixture().signals()) {
            boolean known = random.nextDouble() < config.mixture().known();
            double z = new double[] {2, 3, 4, 5, 6, 8}[index % 6];
            return known ? maker.knownSignal(z) : maker.unknownSignal(z);
        }
        if (kind < config.mixture().signals() + config.mixture().traps()) {
            return new TrapMaker(maker, random).make(TrapMaker.TRAPS.get(index % TrapMaker.TRAPS.size()));
        }
        return maker.background();
    }

    private static long mix(long seed, long index) {
        long mixed = seed * 0x9E3779B97F4A7C15L + (index + 1) * 0xC2B2AE3D27D4EB4FL;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 31);
    }
}
