package org.novum.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

class CsvWriterTest {
    @TempDir
    private Path folder;

    @Test
    void quotesAfterRfc4180() {
        StringWriter out = new StringWriter();
        try (CsvWriter writer = CsvWriter.to(out, List.of("name", "mass, GeV"))) {
            writer.row(List.of("say \"J/psi\"", 3.0969));
            writer.row(List.of("two\nlines", 5L));
            writer.row(Arrays.asList(null, Double.NaN));
            writer.row(List.of(" spaced", 7));
        }
        assertThat(out)
                .hasToString("name,\"mass, GeV\"\n\"say \"\"J/psi\"\"\",3.0969\n\"two\nlines\",5\n,\n\" spaced\",7\n");
    }

    @Test
    void writesWhatTheConnectorReads() {
        Path file = folder.resolve("deep/table.csv");
        List<String> words = List.of("plain", "a,b", "q\"q", "line\nbreak", "#hash", "  margin ", "µ");
        try (CsvWriter writer = CsvWriter.to(file, List.of("word", "x", "n"))) {
            for (int i = 0; i < words.size(); i++) {
                writer.row(List.of(words.get(i), Math.sqrt(i) * 1e-9, Long.MAX_VALUE - i));
            }
        }
        assertThat(Tables.column(file, "word")).isEqualTo(words);
        assertThat(Tables.column(file, "x").get(3)).isEqualTo(Math.sqrt(3) * 1e-9);
        assertThat(Tables.column(file, "n").get(6)).isEqualTo(Long.MAX_VALUE - 6);
    }

    @Test
    void showsNothingBeforeItIsCompleteAndNothingAfterAFailure() throws Exception {
        Path file = Tables.write(folder, "t.csv", "old");
        CsvWriter writer = CsvWriter.to(file, List.of("a"));
        writer.row(List.of(1L));
        assertThat(file).hasContent("old");
        assertThatThrownBy(() -> writer.row(List.of(1L, 2L))).isInstanceOf(IllegalArgumentException.class);
        writer.close();
        assertThat(file).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void saysWhereItCannotWrite() {
        Path notFolder = Tables.write(folder, "file", "x");
        assertThatThrownBy(() -> CsvWriter.to(notFolder.resolve("t.csv"), List.of("a")))
                .isInstanceOfSatisfying(
                        NovumException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CANNOT_WRITE));
    }
}
