package org.novum.particledecay.planted;

import java.util.Map;
import java.util.TreeMap;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.particledecay.generate.CampaignConfig;
import org.novum.particledecay.generate.CampaignGenerator;

/**
 * The address of a planted campaign, {@code planted:campaign?channels=60&seed=7}.
 *
 * @param channels number of channels
 * @param seed of everything in it
 */
public record PlantedUri(int channels, long seed) {
    /** What such an address begins with. */
    public static final String PREFIX = "planted:campaign";

    private static final int MOST_CHANNELS = 10_000;

    /**
     * Reads an address.
     *
     * @throws NovumException with {@code NO_INPUT} if it is wrong
     */
    public static PlantedUri parse(String uri) {
        Map<String, Long> values = new TreeMap<>(Map.of("channels", 60L, "seed", 1L));
        String query = uri.substring(PREFIX.length());
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
        return new PlantedUri((int) channels, values.get("seed"));
    }

    /** The generator of this campaign. */
    public CampaignGenerator generator() {
        return new CampaignGenerator(CampaignConfig.standard(seed).withChannels(channels));
    }

    private static NovumException wrong(String uri) {
        return new NovumException(
                ExitCode.NO_INPUT,
                uri + ": not the address of a planted campaign; write planted:campaign?channels=60&seed=7 with 1 to "
                        + MOST_CHANNELS + " channels");
    }
}
