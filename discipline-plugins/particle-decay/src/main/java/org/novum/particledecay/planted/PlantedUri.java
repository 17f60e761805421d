package org.novum.particledecay.planted;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.particledecay.generate.CampaignConfig;
import org.novum.particledecay.generate.CampaignGenerator;

/**
 * The address of a planted campaign, {@code planted:campaign?channels=60&seed=7}, or of channels that hold nothing but
 * smooth background, {@code planted:nulls?channels=60&seed=7}.
 *
 * @param kind of the channels
 * @param channels number of channels
 * @param seed of everything in it
 */
public record PlantedUri(Kind kind, int channels, long seed) {
    /** What such an address begins with. */
    static final String SCHEME = "planted:";

    private static final int MOST_CHANNELS = 10_000;

    /** What the channels hold. */
    public enum Kind {
        /** Planted states, traps, and backgrounds with or without a broad bump. */
        CAMPAIGN,
        /** Smooth backgrounds only. */
        NULLS;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads an address.
     *
     * @throws NovumException with {@code NO_INPUT} if it is wrong
     */
    public static PlantedUri parse(String uri) {
        Map<String, Long> values = new TreeMap<>(Map.of("channels", 60L, "seed", 1L));
        Kind kind = Arrays.stream(Kind.values())
                .filter(word -> uri.startsWith(SCHEME + word.word()))
                .findFirst()
                .orElseThrow(() -> wrong(uri));
        String query = uri.substring((SCHEME + kind.word()).length());
        if (!query.isEmpty()) {
            for (String pair : query.substring(1).split("&")) {
                String[] parts = pair.split("=", 2);
                if (parts.length != 2 || !values.containsKey(parts[0]) || !parts[1].matches("-?[0-9]{1,18}")) {
                    throw wrong(uri);
                }
                values.put(parts[0], Long.valueOf(parts[1]));
            }
        }
        long channels = values.get("channels");
        if (channels < 1 || channels > MOST_CHANNELS || (!query.isEmpty() && query.charAt(0) != '?')) {
            throw wrong(uri);
        }
        return new PlantedUri(kind, (int) channels, values.get("seed"));
    }

    /** The generator of this campaign. */
    public CampaignGenerator generator() {
        CampaignConfig standard = CampaignConfig.standard(seed).withChannels(channels);
        return new CampaignGenerator(
                switch (kind) {
                    case CAMPAIGN -> standard;
                    case NULLS -> standard.withMixture(new CampaignConfig.Mixture(0, 0, 0, 0));
                });
    }

    private static NovumException wrong(String uri) {
        return new NovumException(
                ExitCode.NO_INPUT,
                uri + ": not the address of a planted campaign; write planted:campaign?channels=60&seed=7 with 1 to "
                        + MOST_CHANNELS + " channels");
    }
}
