package org.novum.root.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.novum.api.data.Batches;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.root.RootConnector;

/**
 * Reads three branches of the Zmumu sample in each compression; {@code src/test/oracle/branches.mjs} does the same with
 * jsroot.
 *
 * <p>Arguments: the folder of the files, and how often each is read before and while it is measured.
 */
public final class ReadBranches {
    private static final List<String> BRANCHES = List.of("E1", "px1", "M");

    private ReadBranches() {}

    /**
     * Prints milliseconds of the clock and the sum of all values, which must agree with the peer's.
     *
     * @param arguments folder, rounds
     */
    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[1]);
        List<Path> samples;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            samples = files.filter(each -> String.valueOf(each.getFileName()).startsWith("uproot-Zmumu")).sorted().toList();
        }
        for (int round = 0; round < rounds; round++) { // the first file would else pay for compiling what all use
            for (Path file : samples) {
                try (Dataset dataset = new RootConnector().open(DataSource.of("file:" + file))) {
                    sum(dataset);
                }
            }
        }
        for (Path file : samples) {
            String name = String.valueOf(file.getFileName());
            DataSource source = DataSource.of("file:" + file);
            measure(name + ", open and read", rounds, () -> {
                try (Dataset dataset = new RootConnector().open(source)) {
                    return sum(dataset);
                }
            });
            try (Dataset dataset = new RootConnector().open(source)) {
                measure(name + ", read", rounds, () -> sum(dataset));
            }
        }
    }

    private static void measure(String what, int rounds, DoubleSupplier work) {
        double sum = 0;
        double[] times = new double[rounds];
        for (int round = -rounds; round < rounds; round++) {
            long start = System.nanoTime();
            sum = work.getAsDouble();
            times[Math.max(round, 0)] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "novum   %-45s median %7.2f ms, least %7.2f   sum %.6f%n",
                what,
                times[rounds / 2],
                times[0],
                sum);
    }

    private static double sum(Dataset dataset) {
        double sum = 0;
        try (RootAllocator allocator = new RootAllocator();
                Batches batches =
                        dataset.read(allocator, dataset.card().parts().getFirst().name(), BRANCHES)) {
            while (batches.next()) {
                for (int column = 0; column < BRANCHES.size(); column++) {
                    Float8Vector vector = (Float8Vector) batches.root().getVector(column);
                    for (int row = 0; row < vector.getValueCount(); row++) {
                        sum += vector.get(row);
                    }
                }
            }
        }
        return sum;
    }
}
