package org.novum.particledecay.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.novum.particledecay.generate.CampaignConfig;
import org.novum.particledecay.generate.CampaignGenerator;
import org.novum.particledecay.scan.ScanOptions;

/**
 * Planted-truth campaigns: recall, false discovery rate, discoveries, traps and designs, written as a report.
 *
 * <p>Arguments: first seed, last seed, number of campaigns on which all designs are compared, folder of the report.
 */
public final class CampaignBenchmark {
    private static final int TOYS = 400;

    private CampaignBenchmark() {}

    /** Runs the campaigns and writes {@code campaign.md} and {@code campaign.svg}. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int first = Integer.parseInt(arguments[0]);
        int last = Integer.parseInt(arguments[1]);
        int compared = Integer.parseInt(arguments[2]);
        Path folder = Path.of(arguments[3]);
        Map<Design, Tally> all = new EnumMap<>(Design.class);
        Map<Design, Tally> some = new EnumMap<>(Design.class);
        List<ScannedChannel> everything = new ArrayList<>();
        long start = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (int seed = first; seed <= last; seed++) {
                boolean folds = seed < first + compared;
                List<ScannedChannel> channels = campaign(seed, folds, pool);
                everything.addAll(channels);
                for (Design design : Design.values()) {
                    if (folds) {
                        some.computeIfAbsent(design, key -> new Tally()).add(design, channels, design.decide(channels));
                    }
                    if (!design.needsFolds()) {
                        all.computeIfAbsent(design, key -> new Tally()).add(design, channels, design.decide(channels));
                    }
                }
                Tally so = all.get(Design.REGISTERED);
                System.out.printf("seed %d: claims %d, wrong %d, recall at 4/5/6: %.2f %.2f %.2f, discoveries %.1f%n",
                        seed, so.claims(), so.wrong(), so.recall(4), so.recall(5), so.recall(6),
                        so.discoveriesPerHundred());
            }
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("campaign.md"),
                new CampaignReport(all, some, everything).markdown(first, last, seconds));
        Map<String, Tally> curves = new java.util.LinkedHashMap<>();
        for (Design design : List.of(Design.REGISTERED, Design.SPLIT, Design.CROSS_FIT, Design.E_MERGED)) {
            Tally tally = all.containsKey(design) ? all.get(design) : some.get(design);
            if (tally != null) {
                curves.put(design.title(), tally);
            }
        }
        Files.writeString(folder.resolve("campaign.svg"), RecallCurve.svg(curves));
    }

    private static List<ScannedChannel> campaign(int seed, boolean folds, ExecutorService pool)
            throws InterruptedException, ExecutionException {
        CampaignGenerator generator = new CampaignGenerator(CampaignConfig.standard(seed));
        ScanOptions options = ScanOptions.standard().withToys(new ScanOptions.Toys(20, TOYS));
        List<Future<ScannedChannel>> futures = new ArrayList<>();
        for (int index = 0; index < generator.channels(); index++) {
            int channel = index;
            futures.add(pool.submit(() -> ScannedChannel.of(generator.channel(channel), options, folds)));
        }
        // Merged in the order of channels, whatever finished first.
        List<ScannedChannel> channels = new ArrayList<>();
        for (Future<ScannedChannel> future : futures) {
            channels.add(future.get());
        }
        return channels;
    }
}
