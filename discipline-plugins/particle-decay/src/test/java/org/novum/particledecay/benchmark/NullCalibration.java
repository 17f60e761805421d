package org.novum.particledecay.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The fraction of channels without a signal whose global p-value, as the shipped study gives it, is at or below a level.
 *
 * <p>Arguments: number of channels, seed of the first batch, file of the report.
 */
public final class NullCalibration {
    private static final double[] LEVELS = {0.5, 0.2, 0.1, 0.05, 0.02, 0.01};
    private static final int BATCH = 500;

    private NullCalibration() {}

    /** Tests the channels batch by batch and writes the table. */
    public static void main(String[] arguments) throws IOException {
        int size = Integer.parseInt(arguments[0]);
        int seed = Integer.parseInt(arguments[1]);
        List<Double> log10 = new ArrayList<>();
        for (int batch = 0; log10.size() < size; batch++) {
            String uri = "planted:nulls?channels=" + Math.min(BATCH, size - log10.size()) + "&seed=" + (seed + batch);
            TestedCampaign.of(uri, Runtime.getRuntime().availableProcessors())
                    .forEach(claim -> log10.add(claim.log10Scan()));
            System.out.println(uri + " tested");
        }
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT,
                "# Global p-values of channels without a signal%n%n"
                        + "%,d channels of smooth background from the campaign generator (`planted:nulls`, %d channels a seed, seeds"
                        + " from %d), 200 to 20,000 candidates each, tested as the shipped study `campaign` does. Made by"
                        + " `org.novum.particledecay.benchmark.NullCalibration %d %d docs/reports/nulls.md` (test classes of"
                        + " `discipline-plugins/particle-decay`).%n%n"
                        + "| level | fraction at or below | standard error | off by |%n| --- | --- | --- | --- |%n",
                size, BATCH, seed, size, seed));
        for (double level : LEVELS) {
            double logarithm = StrictMath.log10(level);
            double fraction = log10.stream().filter(p -> p <= logarithm).count() / (double) size;
            double error = Math.sqrt(level * (1 - level) / size);
            table.append(String.format(Locale.ROOT, "| %.2f | %.4f | %.4f | %+.1f standard errors |%n", level, fraction, error,
                    (fraction - level) / error));
        }
        Files.writeString(Path.of(arguments[2]), table);
        System.out.print(table);
    }
}
