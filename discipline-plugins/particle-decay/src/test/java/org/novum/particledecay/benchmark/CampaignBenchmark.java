package org.novum.particledecay.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.novum.particledecay.generate.CampaignConfig;
import org.novum.particledecay.generate.CampaignGenerator;
import org.novum.particledecay.generate.GeneratedChannel;
import org.novum.particledecay.scan.ScanOptions;
import org.novum.pluginsdk.fake.TestStepContext;

/**
 * Planted-truth campaigns: recall, false discovery rate, discoveries, traps and designs, written as a report.
 *
 * <p>Arguments: first seed, last seed, number of campaigns on which all designs are compared, folder of the report.
 */
public final class CampaignBenchmark {
    private static final int CHANNELS = 400;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private CampaignBenchmark() {}

    /** Runs the campaigns and writes {@code campaign.md} and {@code campaign.svg}. */
    public static void main(String[] arguments) throws IOException {
        int first = Integer.parseInt(arguments[0]);
        int last = Integer.parseInt(arguments[1]);
        int compared = Integer.parseInt(arguments[2]);
        Path folder = Path.of(arguments[3]);
        Map<Design, Tally> all = new EnumMap<>(Design.class);
        Map<Design, Tally> some = new EnumMap<>(Design.class);
        List<TestedChannel> everything = new ArrayList<>();
        double seconds = 0;
        for (int seed = first; seed <= last; seed++) {
            long start = cpuTime();
            List<TestedCampaign.Claim> claims = TestedCampaign.of(
                    "planted:campaign?channels=" + CHANNELS + "&seed=" + seed, THREADS);
            seconds += 1e-9 * (cpuTime() - start);
            boolean others = seed < first + compared;
            List<TestedChannel> channels = channels(seed, claims, others);
            everything.addAll(channels);
            for (Design design : Design.values()) {
                if (others) {
                    some.computeIfAbsent(design, key -> new Tally()).add(design, channels, design.decide(channels));
                }
                if (!design.needsOthers()) {
                    all.computeIfAbsent(design, key -> new Tally()).add(design, channels, design.decide(channels));
                }
            }
            Tally so = all.get(Design.REGISTERED);
            System.out.printf("seed %d: claims %d, wrong %d, recall at 4/5/6: %.2f %.2f %.2f, discoveries %.1f, wrong ones %d%n",
                    seed, so.claims(), so.wrong(), so.recall(4), so.recall(5), so.recall(6),
                    so.discoveriesPerHundred(), so.wrongDiscoveries());
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("campaign.md"),
                new CampaignReport(all, some, everything).markdown(first, last, seconds));
        Map<String, Tally> curves = new LinkedHashMap<>();
        for (Design design : List.of(Design.REGISTERED, Design.SPLIT, Design.CROSS_FIT, Design.E_MERGED)) {
            Tally tally = all.containsKey(design) ? all.get(design) : some.get(design);
            if (tally != null) {
                curves.put(design.title(), tally);
            }
        }
        Files.writeString(folder.resolve("campaign.svg"), RecallCurve.svg(curves));
    }

    private static List<TestedChannel> channels(int seed, List<TestedCampaign.Claim> claims, boolean others) {
        CampaignGenerator generator = new CampaignGenerator(CampaignConfig.standard(seed));
        ScanOptions options = ScanOptions.standard();
        try (TestStepContext context = new TestStepContext(THREADS)) {
            List<Integer> indices = IntStream.range(0, claims.size()).boxed().toList();
            return context.map(indices, index -> {
                GeneratedChannel channel = generator.channel(index);
                return new TestedChannel(seed, channel.truth(), claims.get(index),
                        others ? Optional.of(ScannedChannel.of(channel, options)) : Optional.empty());
            });
        }
    }

    /** CPU time of this process in nanoseconds. */
    private static long cpuTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
