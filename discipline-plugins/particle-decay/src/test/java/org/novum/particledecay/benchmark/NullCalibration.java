package org.novum.particledecay.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.novum.particledecay.generate.CampaignConfig;
import org.novum.particledecay.generate.CampaignGenerator;
import org.novum.particledecay.scan.ChannelSpectra;
import org.novum.particledecay.scan.MassScan;
import org.novum.particledecay.scan.ScanOptions;

/** The fraction of null channels whose global p-value is at or below a level; argument: number of nulls. */
public final class NullCalibration {
    private static final double[] LEVELS = {0.2, 0.1, 0.05, 0.01};
    private static final long SEED = 2027;

    private NullCalibration() {}

    /** Scans the nulls and prints one line a level. */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int size = Integer.parseInt(arguments[0]);
        CampaignGenerator generator = new CampaignGenerator(new CampaignConfig(size,
                new CampaignConfig.Mixture(0, 0, 0, 0),
                new CampaignConfig.Sizes(200, 20_000, CampaignConfig.Resolutions.PER_CHANNEL), SEED));
        List<Future<Double>> futures = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (int index = 0; index < size; index++) {
                int channel = index;
                futures.add(pool.submit(() -> MassScan.scan(
                        ChannelSpectra.of(generator.channel(channel).candidates(), ChannelSpectra.TYPICAL),
                        ScanOptions.standard()).significance().globalP()));
            }
            for (Future<Double> future : futures) {
                values.add(future.get());
            }
        }
        for (double level : LEVELS) {
            double fraction = values.stream().filter(p -> p <= level).count() / (double) size;
            System.out.printf("global p <= %.2f: %.4f, standard error %.4f%n", level, fraction,
                    Math.sqrt(level * (1 - level) / size));
        }
    }
}
