package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.ExitCode;
import org.novum.archives.ArchivePlaces;
import org.novum.runtime.Observers;
import picocli.CommandLine;

/** Broken files through the command line: one line that names file and remedy, exit code 65, nothing left behind. */
class BadDataTest {
    private static final List<String> COLUMNS =
            List.of("event", "pid1", "E1", "px1", "py1", "pz1", "pid2", "E2", "px2", "py2", "pz2");

    @TempDir
    private Path folder;

    private Path study;

    @BeforeEach
    void writeStudy() {
        study = FieldTrial.write(
                folder.resolve("muons.yaml"),
                """
                study: muons
                question: Which states decay to two muons?
                experiment: broken-files
                discipline: particle-decay
                data:
                  uri: file:nowhere.csv
                options:
                  daughters: [13, -13]
                  massRange: [2, 20]
                  resolution: {tracks: 0.01}
                """);
    }

    private record Told(int code, String error) {}

    private Told novum(Object... words) {
        StringWriter error = new StringWriter();
        Workbench workbench = new Workbench(
                Observers.NONE,
                new Workbench.Surroundings(
                        InstantSource.system(), new ArchivePlaces(folder.resolve("home"), Optional.empty())));
        CommandLine line = Main.commandLine(workbench)
                .setOut(new PrintWriter(new StringWriter(), true))
                .setErr(new PrintWriter(error, true));
        int code = line.execute(Stream.of(words).map(Object::toString).toArray(String[]::new));
        return new Told(code, error.toString());
    }

    private static List<String[]> rows() {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, 60)
                .mapToObj(event -> (event + ",13," + muon(random) + ",-13," + muon(random)).split(","))
                .toList();
    }

    private static String muon(SplittableRandom random) {
        double px = 5 * random.nextGaussian();
        double py = 5 * random.nextGaussian();
        double pz = 5 * random.nextGaussian();
        double energy = Math.sqrt(0.10566 * 0.10566 + px * px + py * py + pz * pz);
        return String.format(Locale.ROOT, "%.6f,%.6f,%.6f,%.6f", energy, px, py, pz);
    }

    private static String table(List<String[]> rows) {
        StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
        return text.toString();
    }

    /** The table with one field of its tenth candidate, which is row 11 of the file, changed. */
    private static String with(String column, UnaryOperator<String> change) {
        List<String[]> rows = rows();
        int at = COLUMNS.indexOf(column);
        rows.get(9)[at] = change.apply(rows.get(9)[at]);
        return table(rows);
    }

    private static String inMegaelectronvolts() {
        List<String[]> rows = rows();
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                if (COLUMNS.get(i).matches("(E|px|py|pz).")) {
                    row[i] = String.valueOf(1000 * Double.parseDouble(row[i]));
                }
            }
        }
        return table(rows);
    }

    private static byte[] truncated() {
        byte[] whole = Gzip.of(table(rows()).getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static Map<String, byte[]> broken() {
        Map<String, String> texts = new TreeMap<>(Map.of(
                "missing.csv", table(rows()).replaceFirst("px2", "other"),
                "nan.csv", with("py1", _ -> "NaN"),
                "negative.csv", with("E1", field -> "-" + field),
                "unit.csv", inMegaelectronvolts(),
                "empty.csv", "",
                "page.csv", "<!DOCTYPE html>\n<html><body>404</body></html>\n",
                "prose.csv", "Dear reader,\nthis is no table\n",
                "notes.txt", "Dear reader,\nthis is no table\n",
                "table.txt", table(rows()),
                "table.docx", table(rows())));
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        byte[] root = "root\0\0\0\1\0\0\0d".getBytes(StandardCharsets.ISO_8859_1);
        files.put("events.root", root);
        files.put("renamed.csv", root);
        files.put("binary.csv", new byte[] {(byte) 0xfe, 1, 2, 3, (byte) 0xff, 0, 10, 7, 0});
        files.put("truncated.csv.gz", truncated());
        return files;
    }

    @ParameterizedTest
    @CsvSource({
        "missing.csv, px2 missing, data.columns",
        "nan.csv, 'row 11', py1",
        "negative.csv, 'row 11', E1",
        "unit.csv, data.units, 1000 times",
        "empty.csv, empty, get the file again",
        "page.csv, HTML, get the file again",
        "prose.csv, row 2, correct the row",
        "notes.txt, line 2: 4 words where line 1 has 2, if this is prose",
        "table.txt, commas separate the columns, end in .csv",
        "table.docx, no connector reads files of this kind, .csv.gz",
        "events.root, ends too early, get it again",
        "renamed.csv, ROOT file, let its name end in .root",
        "binary.csv, binary file, give a table",
        "truncated.csv.gz, cut off, get it again",
    })
    void endsInOneLine(String name, String first, String second) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, broken().get(name));
        Path out = folder.resolve("out");
        Told run = novum("run", study, "--out", out, "--data", "file:" + file);
        Told call = novum(
                "call", "particle-decay.spectrum", "--in", "file:" + file, "--out", folder.resolve("out.csv"), "--param",
                "low=2", "--param", "high=20", "--param", "bins=10", "--param", "daughters=13,-13");
        for (Told told : List.of(run, call)) {
            assertThat(told.code()).as(told.error()).isEqualTo(ExitCode.DATA.code());
            assertThat(told.error().lines().filter(line -> line.startsWith("novum: ")))
                    .singleElement()
                    .asString()
                    .contains(name, first, second);
            assertThat(told.error().lines().toList().getLast()).startsWith("novum: ");
        }
        assertThat(out).doesNotExist();
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(novum("ledger", "broken-files").error()).contains("no experiment broken-files");
    }

    @Test
    void theSameTableUnbrokenIsRead() {
        Path file = FieldTrial.write(folder.resolve("good.csv"), table(rows()));
        assertThat(novum("run", study, "--out", folder.resolve("out"), "--data", "file:" + file).code()).isZero();
    }
}
