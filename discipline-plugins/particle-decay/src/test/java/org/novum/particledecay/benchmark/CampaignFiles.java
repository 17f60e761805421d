package org.novum.particledecay.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.novum.particledecay.generate.CampaignConfig;
import org.novum.particledecay.generate.CampaignGenerator;
import org.novum.particledecay.generate.CampaignWriter;
import org.novum.particledecay.kinematics.Candidates;

/** Writes the channels of a campaign as files for a timed run of the program; prints how many candidates they hold. */
public final class CampaignFiles {
    private static final long SEED = 5;

    private CampaignFiles() {}

    /** Arguments: number of channels, multiple of the standard channels' sizes, folder. */
    public static void main(String[] arguments) throws IOException {
        int channels = Integer.parseInt(arguments[0]);
        int multiple = Integer.parseInt(arguments[1]);
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        CampaignConfig standard = CampaignConfig.standard(SEED).withChannels(channels);
        CampaignGenerator generator = new CampaignGenerator(standard.withSizes(new CampaignConfig.Sizes(
                standard.sizes().fewest() * multiple,
                standard.sizes().most() * multiple,
                standard.sizes().resolutions())));
        CampaignWriter writer = new CampaignWriter();
        long rows = 0;
        for (int channel = 0; channel < channels; channel++) {
            Candidates candidates = generator.channel(channel).candidates();
            rows += candidates.size();
            writer.write(candidates, folder);
        }
        System.out.println(rows);
    }
}
