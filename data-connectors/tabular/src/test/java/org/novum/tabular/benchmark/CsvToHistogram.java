package org.novum.tabular.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.arrow.memory.RootAllocator;
import org.novum.tabular.SourceBytes;

/**
 * Measures table to mass to histogram on a million rows, beside pandas with numpy and DuckDB, in one go.
 *
 * <p>Run from the project's folder after {@code ./mvnw -q -pl data-connectors/tabular -am test-compile}, with
 * {@code NOVUM_MIRROR} set; the arguments are the number of copies of the Upsilon file (50) and the Python to use
 * (/usr/bin/python3). Interpreter and libraries are loaded before the clock starts, here as there; times of whole
 * processes, and so of a start from nothing, are given too. Ratios are to pandas.
 */
public final class CsvToHistogram {
    private static final long ENTRIES = 20_000;
    private static final long WEIGHTED = 3_309_343;
    private static final int WARM_UP = 12;
    private static final int RUNS = 7;
    private static final String QUERY =
            """
            WITH masses AS (SELECT sqrt((E1+E2)*(E1+E2) - (px1+px2)*(px1+px2) - (py1+py2)*(py1+py2)
                - (pz1+pz2)*(pz1+pz2)) AS m FROM read_csv('%s'))
            SELECT count(*), sum(least(299, floor((m - 8) * 75))) FROM masses WHERE m BETWEEN 8 AND 12
            """;

    private CsvToHistogram() {}

    /** Runs the benchmark, or one cold run for it. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals("once")) {
            once(Path.of(arguments[1]));
            return;
        }
        int copies = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        String python = arguments.length > 1 ? arguments[1] : "/usr/bin/python3";
        Path folder = Files.createTempDirectory("novum-benchmark");
        Path table = folder.resolve("table.csv");
        try {
            write(table, copies);
            System.out.printf(Locale.ROOT, "%,d rows, %,d bytes%n", copies * ENTRIES, Files.size(table));
            Path script = folder.resolve("pandas_histogram.py");
            try (InputStream in = CsvToHistogram.class.getResourceAsStream("pandas_histogram.py")) {
                Files.write(script, in.readAllBytes());
            }
            compare(table, List.of(python, script.toString(), table.toString()), copies);
        } finally {
            for (String name : List.of("table.csv", "pandas_histogram.py")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static void compare(Path table, List<String> peer, int copies) throws Exception {
        List<Measurement> pandas = new ArrayList<>();
        List<Measurement> novum = new ArrayList<>();
        List<Measurement> duckdb = new ArrayList<>();
        String[] lastPandas = {};
        for (int i = 0; i < WARM_UP; i++) {
            novum(table);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            duckdb(connection, table);
            for (int i = 0; i < RUNS; i++) { // taken in turns, so that a busy machine is busy for all
                lastPandas = output(peer).split("\t");
                pandas.add(measurement(lastPandas));
                novum.add(Measurement.of(() -> novum(table)));
                duckdb.add(Measurement.of(() -> duckdb(connection, table)));
            }
        }
        Measurement base = Measurement.median(pandas);
        System.out.println(base.line(lastPandas[7], base));
        System.out.println(Measurement.median(duckdb).line("DuckDB through JDBC", base));
        System.out.println(Measurement.median(novum).line("Novum", base));
        System.out.printf(
                Locale.ROOT, "%-34s wall %6.3f s          cpu %6.3f s%n", "whole process: pandas",
                Double.parseDouble(lastPandas[2]), Double.parseDouble(lastPandas[3]));
        String[] cold = output(once(table, "-Xmx48m")).split("\t");
        System.out.printf(
                Locale.ROOT, "%-34s wall %6.3f s          cpu %6.3f s%n", "whole process: Novum, not warmed up",
                Double.parseDouble(cold[0]), Double.parseDouble(cold[1]));
        long columns = copies * ENTRIES * MassHistogram.COLUMNS.size() * Double.BYTES;
        System.out.printf(
                Locale.ROOT,
                "memory: the columns take %,d bytes; Novum's whole process peaks at %,d (%.2f of it), of which Arrow %,d; "
                        + "pandas' at %,d (%.2f)%n",
                columns, Long.parseLong(cold[2]), Double.parseDouble(cold[2]) / columns, Long.parseLong(cold[3]),
                Long.parseLong(lastPandas[4]), Double.parseDouble(lastPandas[4]) / columns);
        for (List<Measurement> runs : List.of(pandas, novum, duckdb)) {
            for (Measurement run : runs) {
                if (run.entries() != ENTRIES * copies || run.weighted() != WEIGHTED * copies) {
                    throw new IllegalStateException("a histogram is wrong: " + run);
                }
            }
        }
    }

    private static long[] novum(Path table) {
        try (RootAllocator allocator = new RootAllocator()) {
            MassHistogram histogram = MassHistogram.of(table, allocator);
            return new long[] {histogram.entries(), histogram.weighted()};
        }
    }

    private static long[] duckdb(Connection connection, Path table) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(QUERY.formatted(table))) {
            result.next();
            return new long[] {result.getLong(1), (long) result.getDouble(2)};
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot read " + table, e);
        }
    }

    private static Measurement measurement(String[] fields) {
        return new Measurement(
                Double.parseDouble(fields[0]), Double.parseDouble(fields[1]), Long.parseLong(fields[5]),
                Long.parseLong(fields[6]));
    }

    /** Wall and processor time since the process began, its peak of memory and Arrow's, for the parent to read. */
    private static void once(Path table) throws IOException {
        long peak;
        try (RootAllocator allocator = new RootAllocator()) {
            MassHistogram.of(table, allocator);
            peak = allocator.getPeakMemoryAllocation();
        }
        long started = ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
        long resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%f\t%f\t%d\t%d%n",
                (System.currentTimeMillis() - started) / 1e3,
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3,
                resident,
                peak);
    }

    private static List<String> once(Path table, String heap) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of(
                "--add-opens=java.base/java.nio=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "--add-modules=jdk.incubator.vector", heap, "-cp",
                System.getProperty("java.class.path"), CsvToHistogram.class.getName(), "once", table.toString()));
        return command;
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command.getFirst() + " failed; does it have pandas?");
        }
        return output;
    }

    private static void write(Path table, int copies) throws IOException {
        Path upsilon = Path.of(System.getenv("NOVUM_MIRROR"), "particle", "Ymumu.csv.gz");
        byte[] content;
        try (InputStream in = SourceBytes.open(upsilon)) {
            content = in.readAllBytes();
        }
        int header = new String(content, StandardCharsets.UTF_8).indexOf('\n') + 1;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(table))) {
            out.write(content, 0, header);
            for (int copy = 0; copy < copies; copy++) {
                out.write(content, header, content.length - header);
            }
        }
    }
}
