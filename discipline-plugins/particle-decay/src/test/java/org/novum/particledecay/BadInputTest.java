package org.novum.particledecay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.particledecay.testing.Laboratory;
import org.novum.particledecay.testing.Pairs;
import org.novum.pluginsdk.fake.InMemoryTable;

/**
 * Broken files through the whole loop: each ends in one line with exit code 65, leaves no bundle, and spends nothing; the
 * mended file then runs into the same folder.
 */
class BadInputTest {
    @TempDir
    private Path folder;

    private Laboratory laboratory;
    private Path study;

    @BeforeEach
    void open() throws IOException {
        laboratory = new Laboratory(folder);
        study = Files.writeString(
                folder.resolve("muons.yaml"),
                """
                study: muons
                question: Which states decay to two muons between 2.8 and 3.4 GeV?
                experiment: broken-files
                discipline: particle-decay
                data:
                  uri: file:nowhere.csv
                options:
                  daughters: [13, -13]
                  massRange: [2.8, 3.4]
                  resolution: {tracks: 0.01}
                """);
    }

    @AfterEach
    void close() {
        laboratory.close();
    }

    private static String csv() {
        InMemoryTable table = new Pairs(13, -13, 1).background(60, 2.8, 3.4).charged("muons");
        StringBuilder text = new StringBuilder(
                String.join(",", table.columns().stream().map(column -> column.card().name()).toList()));
        for (int row = 0; row < table.rows(); row++) {
            int at = row;
            text.append('\n')
                    .append(String.join(
                            ",", table.columns().stream().map(column -> column.value(at).toString()).toList()));
        }
        return text.append('\n').toString();
    }

    /** Replaces one field of the tenth candidate, which is row 11 of the file. */
    private static String with(String column, UnaryOperator<String> change) {
        List<String> lines = csv().lines().toList();
        int at = List.of(lines.getFirst().split(",")).indexOf(column);
        String[] fields = lines.get(10).split(",");
        fields[at] = change.apply(fields[at]);
        return String.join("\n", lines.subList(0, 10)) + "\n" + String.join(",", fields) + "\n"
                + String.join("\n", lines.subList(11, lines.size())) + "\n";
    }

    private static String without(String column) {
        List<String> lines = csv().lines().toList();
        int at = List.of(lines.getFirst().split(",")).indexOf(column);
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            List<String> fields = new java.util.ArrayList<>(List.of(line.split(",")));
            fields.remove(at);
            text.append(String.join(",", fields)).append('\n');
        }
        return text.toString();
    }

    private static String inMegaelectronvolts() {
        List<String> lines = csv().lines().toList();
        String[] names = lines.getFirst().split(",");
        StringBuilder text = new StringBuilder(lines.getFirst()).append('\n');
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            for (int i = 0; i < fields.length; i++) {
                if (names[i].matches("(E|px|py|pz)[12]")) {
                    fields[i] = String.valueOf(1000 * Double.parseDouble(fields[i]));
                }
            }
            text.append(String.join(",", fields)).append('\n');
        }
        return text.toString();
    }

    private static byte[] truncated() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(csv().getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
    }

    private static Map<String, byte[]> broken() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("missing.csv", without("px2").getBytes(StandardCharsets.UTF_8));
        files.put("nan.csv", with("py1", _ -> "NaN").getBytes(StandardCharsets.UTF_8));
        files.put("nothing.csv", with("py1", _ -> "").getBytes(StandardCharsets.UTF_8));
        files.put("negative.csv", with("E1", field -> "-" + field).getBytes(StandardCharsets.UTF_8));
        files.put("charge.csv", with("Q2", _ -> "3").getBytes(StandardCharsets.UTF_8));
        files.put("unit.csv", inMegaelectronvolts().getBytes(StandardCharsets.UTF_8));
        files.put("empty.csv", new byte[0]);
        files.put("header.csv", csv().lines().findFirst().orElseThrow().getBytes(StandardCharsets.UTF_8));
        files.put("binary.csv", new byte[] {0, 1, 2, 3, (byte) 0xff, 0, 10, 7, 0});
        files.put("truncated.csv.gz", truncated());
        return files;
    }

    @ParameterizedTest
    @CsvSource({
        "missing.csv, px2, missing",
        "nan.csv, 'row 11', py1",
        "nothing.csv, 'row 11', py1",
        "negative.csv, 'row 11', E1",
        "charge.csv, 'row 11', Q2",
        "unit.csv, data.units, 1000 times",
        "empty.csv, empty, get the file again",
        "header.csv, header.csv, row",
        "binary.csv, binary.csv, table",
        "truncated.csv.gz, cut off, get it again",
    })
    void endsInOneLineAndLeavesNothing(String name, String first, String second) throws IOException {
        Path file = laboratory.write(name, broken().get(name));
        assertThatThrownBy(() -> laboratory.run(study, "bundle", "data.uri=file:" + file))
                .isInstanceOfSatisfying(
                        NovumException.class, wrong -> assertThat(wrong.exitCode()).isEqualTo(ExitCode.DATA))
                .hasMessageContaining(name)
                .hasMessageContaining(first)
                .hasMessageContaining(second)
                .hasMessageNotContaining("\n");
        assertThat(laboratory.bundle("bundle")).as("the bundle's folder").doesNotExist();
        assertThat(laboratory.ledger("broken-files")).as("nothing was registered").isEmpty();
        Path mended = laboratory.write("muons.csv", csv().getBytes(StandardCharsets.UTF_8));
        Laboratory.Run run = laboratory.run(study, "bundle", "data.uri=file:" + mended);
        assertThat(run.document().path("findings")).hasSize(1);
        assertThat(laboratory.ledger("broken-files")).hasSize(1);
    }
}
