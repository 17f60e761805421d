package org.novum.particledecay.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.particledecay.kinematics.Candidates;
import org.novum.particledecay.kinematics.InvariantMass;

class GenerateTest {
    @Test
    void decaysConserveFourMomentumAndRestMasses() {
        SplittableRandom random = new SplittableRandom(5);
        double[] masses = {0.493677, 0.13957, 0.13957, 0, 0.938272};
        PhaseSpace space = new PhaseSpace(masses);
        for (int i = 0; i < 200; i++) {
            LorentzVector[] daughters = space.decay(3.5, random);
            LorentzVector sum = daughters[0];
            for (int d = 1; d < daughters.length; d++) {
                sum = sum.plus(daughters[d]);
            }
            assertThat(sum.energy()).isCloseTo(3.5, within(1e-9));
            assertThat(sum.momentum()).isLessThan(1e-9);
            for (int d = 0; d < daughters.length; d++) {
                assertThat(daughters[d].mass()).isCloseTo(masses[d], within(1e-6));
            }
        }
    }

    /** Dalitz: for three bodies the density is flat in m12² and m23², so E1 is distributed as its kinematic width. */
    @Test
    void threeBodyDecaysFillTheDalitzPlotEvenly() {
        SplittableRandom random = new SplittableRandom(11);
        PhaseSpace space = new PhaseSpace(0.5, 0.14, 0.14);
        int inLowHalf = 0;
        int events = 20_000;
        double low = Math.pow(0.28, 2);
        double high = Math.pow(1.87 - 0.5, 2);
        double middle = 0.5 * (low + high);
        for (int i = 0; i < events; i++) {
            LorentzVector[] d = space.decay(1.87, random);
            double m23 = d[1].plus(d[2]).mass();
            inLowHalf += m23 * m23 < middle ? 1 : 0;
        }
        double expected = dalitzLength(low, middle) / dalitzLength(low, high);
        assertThat(inLowHalf / (double) events).isCloseTo(expected, within(4 * Math.sqrt(0.25 / events)));
    }

    /** ∫ of the range of m12² over m23², by the midpoint rule: range = 4 p1* p2* in the (23) frame. */
    private static double dalitzLength(double from, double to) {
        double sum = 0;
        int steps = 20_000;
        for (int i = 0; i < steps; i++) {
            double s = from + (i + 0.5) * (to - from) / steps;
            double m = Math.sqrt(s);
            sum += PhaseSpace.breakUpMomentum(1.87, m, 0.5) * 1.87 / m * PhaseSpace.breakUpMomentum(m, 0.14, 0.14)
                    * (to - from) / steps;
        }
        return sum;
    }

    @Test
    void weightsNeverExceedTheirBound() {
        SplittableRandom random = new SplittableRandom(3);
        PhaseSpace space = new PhaseSpace(0.14, 0.14, 0.14, 0.5);
        double bound = space.bound(2.5);
        for (int i = 0; i < 2000; i++) {
            assertThat(space.weighted(2.5, random).weight()).isBetween(0.0, bound);
        }
    }

    @Test
    void closedDecaysAreRefused() {
        assertThatThrownBy(() -> new PhaseSpace(1, 1).decay(1.5, new SplittableRandom(1)))
                .isInstanceOf(GenerateException.class).hasMessageContaining("1.5 GeV");
    }

    /** Cowan et al. (2011), eq. 97: s = 10, b = 9 in one bin gives Z = 2.8534…; and yields invert it. */
    @Test
    void asimovYieldInvertsTheAsimovSignificance() {
        double z = AsimovYield.significance(10, new double[] {1}, new double[] {9});
        assertThat(z).isCloseTo(Math.sqrt(2 * (19 * Math.log(19 / 9.0) - 10)), within(1e-12));
        double[] shape = {0.2, 0.6, 0.2};
        double[] background = {3, 4, 5};
        double yield = AsimovYield.of(5, shape, background);
        assertThat(AsimovYield.significance(yield, shape, background)).isCloseTo(5, within(1e-9));
    }

    @Test
    void channelsDependOnSeedAndNumberAlone() {
        CampaignGenerator generator = new CampaignGenerator(small(9));
        Candidates direct = generator.channel(3).candidates();
        CampaignGenerator again = new CampaignGenerator(small(9));
        again.channel(0);
        assertThat(InvariantMass.of(again.channel(3).candidates())).isEqualTo(InvariantMass.of(direct));
        assertThat(InvariantMass.of(new CampaignGenerator(small(10)).channel(3).candidates()))
                .isNotEqualTo(InvariantMass.of(direct));
    }

    @Test
    void campaignsHoldTheirFractions() {
        CampaignConfig config = new CampaignConfig(400, new CampaignConfig.Mixture(0.25, 0.1, 0.1, 0.3),
                new CampaignConfig.Sizes(20, 30, CampaignConfig.Resolutions.PER_CHANNEL), 4);
        CampaignGenerator generator = new CampaignGenerator(config);
        int signals = 0;
        int traps = 0;
        for (int i = 0; i < 400; i++) {
            ChannelTruth truth = generator.channel(i).truth();
            signals += truth.kind() == ChannelTruth.Kind.SIGNAL ? 1 : 0;
            traps += truth.kind().trap() ? 1 : 0;
        }
        assertThat(signals).isBetween(100 - 35, 100 + 35);
        assertThat(traps).isBetween(40 - 24, 40 + 24);
    }

    @Test
    void channelsAreWrittenInTheGeneralLayout(@TempDir Path folder) throws Exception {
        Candidates candidates = new CampaignGenerator(small(2)).channel(1).candidates();
        Path file = new CampaignWriter().write(candidates, folder);
        assertThat(file.getFileName().toString()).isEqualTo(candidates.channel() + ".csv.gz");
        List<String> lines;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            lines = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII).lines().toList();
        }
        assertThat(lines.getFirst()).startsWith("event,pid1,E1,px1,py1,pz1,pid2,E2");
        assertThat(lines).hasSize(candidates.size() + 1);
        String[] first = lines.get(1).split(",");
        assertThat(Double.parseDouble(first[2])).isCloseTo(candidates.daughters().getFirst().energy()[0],
                within(1e-6));
    }

    @Test
    void dimuonSampleHidesItsStatesInsideTheWindow() {
        DimuonSample sample = DimuonSample.generate(3000, 12);
        double[] masses = InvariantMass.of(sample.candidates());
        assertThat(Arrays.stream(masses).min().orElseThrow()).isGreaterThanOrEqualTo(8);
        assertThat(Arrays.stream(masses).max().orElseThrow()).isLessThanOrEqualTo(12);
        assertThat(sample.hidden()).isNotEmpty().allSatisfy(state -> assertThat(state.mass()).isBetween(9.0, 11.5));
        assertThat(masses.length).isGreaterThan(3000);
    }

    private static CampaignConfig small(long seed) {
        return CampaignConfig.standard(seed).withChannels(6)
                .withSizes(new CampaignConfig.Sizes(100, 200, CampaignConfig.Resolutions.PER_CAMPAIGN));
    }
}
