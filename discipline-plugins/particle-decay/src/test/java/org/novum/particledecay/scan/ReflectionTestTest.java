package org.novum.particledecay.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.novum.particledecay.generate.CampaignConfig;
import org.novum.particledecay.generate.CampaignGenerator;
import org.novum.particledecay.generate.ChannelTruth;
import org.novum.particledecay.generate.GeneratedChannel;

class ReflectionTestTest {
    private static final ScanOptions QUICK = ScanOptions.standard().withToys(new ScanOptions.Toys(20, 60));

    private static List<GeneratedChannel> channels(ChannelTruth.Kind kind, CampaignConfig.Mixture mixture) {
        CampaignGenerator generator = new CampaignGenerator(new CampaignConfig(60, mixture,
                new CampaignConfig.Sizes(300, 900, CampaignConfig.Resolutions.PER_CAMPAIGN), 21));
        List<GeneratedChannel> channels = new ArrayList<>();
        for (int index = 0; index < 60; index++) {
            GeneratedChannel channel = generator.channel(index);
            if (channel.truth().kind() == kind) {
                channels.add(channel);
            }
        }
        return channels;
    }

    private static Optional<ReflectionTest.Reflection> reflection(GeneratedChannel channel) {
        ScanResult own = MassScan.scan(ChannelSpectra.of(channel.candidates(), ChannelSpectra.TYPICAL), QUICK);
        return own.significance().globalZ() < 3 ? Optional.empty()
                : ReflectionTest.test(channel.candidates(), own, ChannelSpectra.TYPICAL, QUICK);
    }

    @Test
    void plantedStatesAreNotTakenForReflections() {
        List<GeneratedChannel> signals =
                channels(ChannelTruth.Kind.SIGNAL, new CampaignConfig.Mixture(0.3, 0, 0, 0));
        assertThat(signals).isNotEmpty();
        assertThat(signals).filteredOn(channel -> reflection(channel).isPresent()).isEmpty();
    }

    @Test
    void misidentifiedKnownStatesAreRecognised() {
        List<GeneratedChannel> traps =
                channels(ChannelTruth.Kind.REFLECTION, new CampaignConfig.Mixture(0, 1, 0, 0));
        long claimed = traps.stream().filter(channel -> {
            ScanResult own = MassScan.scan(ChannelSpectra.of(channel.candidates(), ChannelSpectra.TYPICAL), QUICK);
            return own.significance().globalZ() > 3 && reflection(channel).isEmpty();
        }).count();
        assertThat(traps.size()).isGreaterThan(4);
        assertThat(claimed).isLessThanOrEqualTo(1);
    }
}
