package org.novum.cli.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.store.ArrowStore;
import org.novum.store.StoreLimit;

/**
 * Opens sources of every kind, reads all their columns, and does so again from the store.
 *
 * <p>Arguments: folder of the mirror, and how often the second opening is timed.
 */
public final class SecondOpening {
    private static final List<String> SOURCES = List.of(
            "particle/Ymumu.csv.gz",
            "solar/sharp_20101030_20140630.csv.gz",
            "spectra/sdss",
            "spectra/lamost",
            "spectra/desi",
            "spectra/votable/spectrum-binary2.vot",
            "particle/root/*.root");

    private SecondOpening() {}

    private record Times(double opening, double reading) {}

    /**
     * Prints milliseconds of wall time.
     *
     * @param arguments folder, rounds
     */
    public static void main(String[] arguments) throws IOException {
        Path mirror = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        ArrowStore store = new ArrowStore(Files.createTempDirectory("store"), StoreLimit.USUAL, System.err::println);
        System.out.printf(
                Locale.ROOT, "%-42s %12s %12s %12s %12s%n", "source", "first open", "first read", "second open", "second read");
        for (String source : SOURCES) {
            for (Path file : files(mirror, source)) {
                DataConnector connector = connector("file:" + file);
                DataConnector storing = store.storing(connector);
                Times first = times(storing, file);
                List<Times> again = new ArrayList<>();
                for (int round = 0; round < rounds; round++) {
                    again.add(times(storing, file));
                }
                System.out.printf(
                        Locale.ROOT,
                        "%-42s %12.1f %12.1f %12.2f %12.2f%n",
                        mirror.relativize(file),
                        first.opening,
                        first.reading,
                        median(again.stream().map(Times::opening).toList()),
                        median(again.stream().map(Times::reading).toList()));
            }
        }
    }

    private static List<Path> files(Path mirror, String source) throws IOException {
        if (!source.contains("*")) {
            return List.of(mirror.resolve(source));
        }
        Path folder = mirror.resolve(source).getParent();
        try (var files = Files.newDirectoryStream(folder, "*.root")) {
            List<Path> found = new ArrayList<>();
            files.forEach(found::add);
            Collections.sort(found);
            return found;
        }
    }

    private static DataConnector connector(String uri) {
        return ServiceLoader.load(DataConnector.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(connector -> connector.accepts(uri))
                .findFirst()
                .orElseThrow();
    }

    private static Times times(DataConnector connector, Path file) {
        long start = System.nanoTime();
        try (BufferAllocator allocator = new RootAllocator();
                Dataset dataset = connector.open(DataSource.of("file:" + file))) {
            long opened = System.nanoTime();
            for (DataPart part : dataset.card().parts()) {
                List<String> columns = part.columns().stream().map(ColumnCard::name).toList();
                try (Batches batches = dataset.read(allocator, part.name(), columns)) {
                    while (batches.next()) {
                        batches.root().getRowCount();
                    }
                }
            }
            return new Times((opened - start) / 1e6, (System.nanoTime() - opened) / 1e6);
        } catch (org.novum.api.NovumException refused) {
            return new Times(Double.NaN, Double.NaN); // several trees: a tree is to be named
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
