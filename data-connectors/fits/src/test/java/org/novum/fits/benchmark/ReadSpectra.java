package org.novum.fits.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.complex.ListVector;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.fits.FitsConnector;

/**
 * Reads a folder of gzip-compressed SDSS spectra with the connector and, beside it, with nom-tam-fits as its manual shows,
 * one file after the other.
 *
 * <p>Arguments: the folder, and how often it is read; the first rounds warm up and do not count.
 */
public final class ReadSpectra {
    private static final int WARM_UP = 3;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private ReadSpectra() {}

    /**
     * Prints milliseconds for each file, of the clock and of the processors, and the sum of all fluxes, which must agree.
     *
     * @param arguments folder, rounds
     */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        long files = count(folder);
        measure("nom-tam-fits, whole file", rounds, files, _ -> plain(folder));
        measure("connector, open", rounds, files, _ -> opened(folder));
        measure("connector, open and read all columns", rounds, files, _ -> openedAndRead(folder));
        try (Dataset dataset = new FitsConnector().open(DataSource.of("file:" + folder))) {
            measure("connector, read all columns again", rounds, files, _ -> read(dataset));
        }
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%d processors, %.0f MB of heap in use at the end%n",
                runtime.availableProcessors(),
                (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    }

    private static void measure(String what, int rounds, long files, ToDoubleFunction<Integer> work) {
        double sum = 0;
        long fastest = Long.MAX_VALUE;
        long leastWork = Long.MAX_VALUE;
        for (int round = 0; round < WARM_UP + rounds; round++) {
            long before = PROCESS.getProcessCpuTime();
            long start = System.nanoTime();
            sum = work.applyAsDouble(round);
            long took = System.nanoTime() - start;
            long worked = PROCESS.getProcessCpuTime() - before;
            fastest = round < WARM_UP ? fastest : Math.min(fastest, took);
            leastWork = round < WARM_UP ? leastWork : Math.min(leastWork, worked);
        }
        System.out.printf(
                Locale.ROOT,
                "%-38s %8.2f ms a file, %8.2f ms of processor   sum %.6f%n",
                what,
                fastest / 1e6 / files,
                leastWork / 1e6 / files,
                sum);
    }

    private static long count(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double plain(Path folder) {
        double sum = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                try (Fits fits = new Fits(file.toFile())) {
                    BinaryTableHDU table = (BinaryTableHDU) fits.read()[1];
                    for (String column : List.of("loglam", "ivar", "and_mask", "wdisp")) {
                        table.getColumn(place(table, column));
                    }
                    for (float flux : (float[]) table.getColumn(place(table, "flux"))) {
                        sum += flux;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FitsException e) {
            throw new IllegalStateException(e);
        }
        return sum;
    }

    private static int place(BinaryTableHDU table, String column) {
        int lower = table.findColumn(column);
        return lower >= 0 ? lower : table.findColumn(column.toUpperCase(Locale.ROOT));
    }

    private static double openedAndRead(Path folder) {
        try (Dataset dataset = new FitsConnector().open(DataSource.of("file:" + folder))) {
            return read(dataset);
        }
    }

    private static double opened(Path folder) {
        try (Dataset dataset = new FitsConnector().open(DataSource.of("file:" + folder))) {
            return dataset.card().rows();
        }
    }

    private static double read(Dataset dataset) {
        DataPart part = dataset.card().parts().getFirst();
        double sum = 0;
        try (RootAllocator allocator = new RootAllocator();
                Batches batches = dataset.read(
                        allocator, part.name(), part.columns().stream().map(ColumnCard::name).toList())) {
            while (batches.next()) {
                Float8Vector flux = (Float8Vector) ((ListVector) batches.root().getVector("flux")).getDataVector();
                for (int i = 0; i < flux.getValueCount(); i++) {
                    sum += flux.get(i);
                }
            }
        }
        return sum;
    }
}
