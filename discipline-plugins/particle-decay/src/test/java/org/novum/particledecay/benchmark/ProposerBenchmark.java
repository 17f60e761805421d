package org.novum.particledecay.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.novum.api.discipline.TestOutcome;
import org.novum.particledecay.generate.CampaignConfig;
import org.novum.particledecay.generate.CampaignGenerator;
import org.novum.particledecay.generate.ChannelTruth;
import org.novum.statistics.evidence.PValues;
import org.novum.statistics.multiple.BatchProcedure;
import org.novum.statistics.multiple.Rejections;
import org.novum.statistics.multiple.Weights;

/**
 * What proposers do to planted campaigns: a good one may gain recall, an adversarial one must not raise the false discovery
 * rate above its promise.
 *
 * <p>Arguments: first seed, last seed, channels of a campaign, folder of the report.
 */
public final class ProposerBenchmark {
    private static final double LEVEL = 0.05;
    private static final String SYSTEMATIC = "systematic alone";

    private ProposerBenchmark() {}

    /** Runs the campaigns and writes {@code proposers.md} and {@code proposers.svg}. */
    public static void main(String[] arguments) throws IOException {
        int first = Integer.parseInt(arguments[0]);
        int last = Integer.parseInt(arguments[1]);
        int channels = Integer.parseInt(arguments[2]);
        Path folder = Path.of(arguments[3]);
        Map<String, ProposerTally> tallies = new LinkedHashMap<>();
        long start = cpuTime();
        for (int seed = first; seed <= last; seed++) {
            CampaignGenerator generator = new CampaignGenerator(CampaignConfig.standard(seed).withChannels(channels));
            List<ChannelTruth> truths = IntStream.range(0, channels)
                    .mapToObj(index -> generator.channel(index).truth())
                    .toList();
            try (AskedCampaign campaign =
                    new AskedCampaign("planted:campaign?channels=" + channels + "&seed=" + seed)) {
                add(tallies, SYSTEMATIC, truths, campaign.systematic());
                AskedCampaign.Asked hacked = null;
                for (Physicist physicist : Physicist.values()) {
                    AskedCampaign.Asked asked = physicist == Physicist.SABOTEUR
                            ? reweighed(campaign, hacked, physicist.answer(truths, seed))
                            : campaign.with(physicist.answer(truths, seed));
                    hacked = asked;
                    add(tallies, physicist.title(), truths, asked);
                }
            }
            System.out.println("seed " + seed + ": " + tallies + ", CPU s " + 1e-9 * (cpuTime() - start));
        }
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("proposers.md"),
                ProposerReport.markdown(
                        new ProposerReport.Size(first, last, channels, 1e-9 * (cpuTime() - start)), tallies));
        Files.writeString(folder.resolve("proposers.svg"), ProposerReport.svg(tallies));
    }

    /** The saboteur expects the same masses as the hacker, so the scans are the same; only the weights differ. */
    private static AskedCampaign.Asked reweighed(
            AskedCampaign campaign, AskedCampaign.Asked scanned, String answer) {
        AskedCampaign.Asked planned = campaign.planned(answer);
        if (!planned.plan().design().equals(scanned.plan().design())) {
            throw new IllegalStateException("the saboteur's plan has other scans than the hacker's");
        }
        return new AskedCampaign.Asked(planned.plan(), scanned.outcomes(), planned.proposed());
    }

    private static void add(
            Map<String, ProposerTally> tallies, String who, List<ChannelTruth> truths, AskedCampaign.Asked asked) {
        List<TestOutcome> outcomes = asked.outcomes();
        PValues p = PValues.ofLog10(
                outcomes.stream().mapToDouble(AskedCampaign::log10P).toArray());
        double[] weights = asked.plan().family().stream()
                .mapToDouble(member -> asked.plan().weights().getOrDefault(member.id(), 1.0))
                .toArray();
        Rejections accepted = new BatchProcedure.BenjaminiHochberg(LEVEL).decide(Weights.of(weights).apply(p));
        tallies.computeIfAbsent(who, _ -> new ProposerTally()).add(truths, asked, accepted);
    }

    /** CPU time of this process in nanoseconds. */
    private static long cpuTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
