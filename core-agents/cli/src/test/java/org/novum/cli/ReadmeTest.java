package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.novum.archives.ArchivePlaces;
import org.novum.runtime.Observers;
import picocli.CommandLine;

/** What README.md shows of the demo is what its study prints. */
@Tag("mirror")
@EnabledIfEnvironmentVariable(named = "NOVUM_MIRROR", matches = ".+")
class ReadmeTest {
    @TempDir
    private Path folder;

    @Test
    void theDemoPrintsWhatTheReadmeShows() throws IOException {
        StringWriter told = new StringWriter();
        PrintWriter writer = new PrintWriter(told, true);
        Path mirror = Path.of(System.getenv("NOVUM_MIRROR"));
        Workbench workbench = new Workbench(
                Observers.NONE,
                new Workbench.Surroundings(
                        InstantSource.system(), new ArchivePlaces(folder.resolve("home"), Optional.of(mirror))));
        CommandLine line = Main.commandLine(workbench).setOut(writer).setErr(writer);
        Path out = folder.resolve("demo");
        String study = Path.of("../../examples/studies/upsilon-mumu.yaml").toString();
        assertThat(line.execute("run", study, "--out", out.toString())).as(told.toString()).isZero();
        assertThat(told.toString().lines().toList()).containsAll(shown());
    }

    private static List<String> shown() throws IOException {
        return Arrays.stream(Files.readString(Path.of("../../README.md")).split("```"))
                .filter(block -> block.startsWith("\nStudy upsilon-mumu"))
                .findFirst()
                .orElseThrow()
                .strip()
                .lines()
                .toList();
    }
}
