package org.novum.columnar.benchmark;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.novum.api.data.Batches;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.columnar.ColumnarConnector;

/**
 * Scans generated Parquet files: eight columns of momenta to the invariant mass of pairs and its histogram, beside DuckDB's
 * own scan of the same columns, in turns.
 *
 * <p>Arguments: folder for the files (made if it is not there, and kept), how many files, how many millions of rows in each,
 * how many rounds. A million rows of random numbers take 64 MB.
 */
public final class ParquetScan {
    private static final List<String> COLUMNS = List.of("E1", "px1", "py1", "pz1", "E2", "px2", "py2", "pz2");
    private static final int BINS = 300;
    private static final double LOWEST = 0;
    private static final double HIGHEST = 60;
    private static final int STRETCH = 1024;

    private ParquetScan() {}

    private record Timed(double wall, double cpu, long answer) {}

    @FunctionalInterface
    private interface Work {
        long run() throws SQLException;
    }

    /** Generates what is missing and prints seconds. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int files = Integer.parseInt(arguments[1]);
        int millions = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            for (int file = 0; file < files; file++) {
                generate(duck, folder.resolve("pairs-" + file + ".parquet"), millions * 1_000_000L, file);
            }
            String pattern = folder + "/pairs-*.parquet";
            System.out.printf(
                    Locale.ROOT,
                    "%d files, %,d rows, %,d bytes; heap at most %,d bytes%n",
                    files,
                    files * millions * 1_000_000L,
                    bytes(folder),
                    Runtime.getRuntime().maxMemory());
            long opening = System.nanoTime();
            try (Dataset dataset = new ColumnarConnector().open(DataSource.of(pattern))) {
                System.out.printf(
                        Locale.ROOT, "opening, with digests: %.2f s%n", (System.nanoTime() - opening) / 1e9);
                for (int round = 0; round < rounds; round++) {
                    Timed scan = timed(() -> scan(duck, pattern));
                    Timed histogram = timed(() -> histogram(duck, pattern));
                    Timed novum = timed(() -> novum(dataset));
                    if (novum.answer != histogram.answer) {
                        throw new IllegalStateException(
                                "the histograms differ: " + novum.answer + " and " + histogram.answer);
                    }
                    print("DuckDB, sums of the columns", scan, scan);
                    print("DuckDB, mass and histogram", histogram, scan);
                    print("Novum, mass and histogram", novum, scan);
                }
            }
        }
        System.out.printf(Locale.ROOT, "most heap in use: %,d bytes%n", ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum());
    }

    private static void generate(Connection duck, Path file, long rows, int seed) throws SQLException {
        if (Files.exists(file)) {
            return;
        }
        String momenta = Stream.of("px1", "py1", "pz1", "px2", "py2", "pz2")
                .map(column -> "20 * random() - 10 AS " + column)
                .collect(Collectors.joining(", "));
        try (Statement statement = duck.createStatement()) {
            statement.execute("SELECT setseed(" + (seed % 100) / 100.0 + ")");
            statement.execute("COPY (SELECT sqrt(px1*px1 + py1*py1 + pz1*pz1 + 0.0111) AS E1, px1, py1, pz1,"
                    + " sqrt(px2*px2 + py2*py2 + pz2*pz2 + 0.0111) AS E2, px2, py2, pz2"
                    + " FROM (SELECT " + momenta + " FROM range(" + rows + "))) TO '" + file + "' (FORMAT parquet)");
        }
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static Timed timed(Work work) throws SQLException {
        com.sun.management.OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        long answer = work.run();
        return new Timed((System.nanoTime() - wall) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9, answer);
    }

    private static void print(String what, Timed timed, Timed base) {
        System.out.printf(
                Locale.ROOT,
                "%-30s wall %7.2f s   cpu %7.2f s   speed %4.0f %% (wall) %4.0f %% (cpu) of DuckDB's scan%n",
                what,
                timed.wall,
                timed.cpu,
                100 * base.wall / timed.wall,
                100 * base.cpu / timed.cpu);
    }

    private static long scan(Connection duck, String pattern) throws SQLException {
        String sums = COLUMNS.stream().map(column -> "sum(" + column + ")").collect(Collectors.joining(" + "));
        return (long) one(duck, "SELECT " + sums + " FROM read_parquet('" + pattern + "')");
    }

    private static long histogram(Connection duck, String pattern) throws SQLException {
        return (long) one(
                duck,
                "WITH masses AS (SELECT sqrt(greatest(0, (E1+E2)*(E1+E2) - (px1+px2)*(px1+px2) - (py1+py2)*(py1+py2)"
                        + " - (pz1+pz2)*(pz1+pz2))) AS m FROM read_parquet('" + pattern + "')),"
                        + " bins AS (SELECT least(" + (BINS - 1) + ", floor(m * " + BINS / (HIGHEST - LOWEST) + ")) AS b, count(*) AS n"
                        + " FROM masses WHERE m < " + HIGHEST + " GROUP BY b) SELECT sum(b * n) FROM bins");
    }

    private static double one(Connection duck, String query) throws SQLException {
        try (Statement statement = duck.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getDouble(1);
        }
    }

    /** Files side by side, each in its order. */
    private static long novum(Dataset dataset) {
        try (BufferAllocator allocator = new RootAllocator()) {
            return dataset.card().parts().parallelStream().mapToLong(part -> weighted(allocator, dataset, part)).sum();
        }
    }

    private static long weighted(BufferAllocator allocator, Dataset dataset, DataPart part) {
        long[] counts = new long[BINS];
        try (Batches batches = dataset.read(allocator, part.name(), COLUMNS)) {
            while (batches.next()) {
                add(batches.root(), counts);
            }
        }
        long weighted = 0;
        for (int bin = 0; bin < BINS; bin++) {
            weighted += bin * counts[bin];
        }
        return weighted;
    }

    /** A stretch of all columns at a time, which stays in the nearest cache. */
    private static void add(VectorSchemaRoot root, long[] counts) {
        int rows = root.getRowCount();
        MemorySegment[] columns = root.getFieldVectors().stream()
                .map(vector -> MemorySegment.ofBuffer(vector.getDataBuffer().nioBuffer(0, rows * Double.BYTES)))
                .toArray(MemorySegment[]::new);
        double[][] values = new double[columns.length][STRETCH];
        double[] masses = new double[STRETCH];
        for (int from = 0; from < rows; from += STRETCH) {
            int count = Math.min(STRETCH, rows - from);
            for (int column = 0; column < columns.length; column++) {
                MemorySegment.copy(
                        columns[column], ValueLayout.JAVA_DOUBLE_UNALIGNED, (long) from * Double.BYTES, values[column], 0, count);
            }
            masses(values, masses, count);
            for (int i = 0; i < count; i++) {
                if (masses[i] >= LOWEST && masses[i] < HIGHEST) {
                    counts[Math.min(BINS - 1, (int) (masses[i] * (BINS / (HIGHEST - LOWEST))))]++;
                }
            }
        }
    }

    private static void masses(double[][] v, double[] masses, int count) {
        squared(v[0], v[4], masses, count);
        less(v[1], v[5], masses, count);
        less(v[2], v[6], masses, count);
        less(v[3], v[7], masses, count);
        for (int i = 0; i < count; i++) {
            masses[i] = Math.sqrt(Math.max(0, masses[i]));
        }
    }

    private static void squared(double[] one, double[] other, double[] squares, int count) {
        for (int i = 0; i < count; i++) {
            double sum = one[i] + other[i];
            squares[i] = sum * sum;
        }
    }

    private static void less(double[] one, double[] other, double[] squares, int count) {
        for (int i = 0; i < count; i++) {
            double sum = one[i] + other[i];
            squares[i] -= sum * sum;
        }
    }
}
