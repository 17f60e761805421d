package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.novum.api.ExitCode;
import org.novum.archives.ArchivePlaces;
import org.novum.runtime.Observers;
import picocli.CommandLine;

/** The program in this process, as a user meets it: words in, exit code and texts out. */
record Program(Workbench workbench) {
    /** What a command said and how it ended. */
    record Told(int code, String out, String error) {
        Told requireCode(ExitCode expected) {
            assertThat(code).describedAs("%s%n%s", out, error).isEqualTo(expected.code());
            return this;
        }

        /** A failure says one line, on standard error. */
        Told requireOneLine(String... words) {
            List<String> complaints =
                    error.lines().filter(line -> line.startsWith("novum: ")).toList();
            assertThat(complaints).describedAs(error).hasSize(1);
            assertThat(error.lines().toList().getLast()).isEqualTo(complaints.getFirst());
            for (String word : words) {
                assertThat(complaints.getFirst()).contains(word);
            }
            return this;
        }
    }

    /** The usual program with a home folder of its own and no mirror. */
    static Program at(Path home) {
        return new Program(new Workbench(
                Observers.NONE,
                new Workbench.Surroundings(InstantSource.system(), new ArchivePlaces(home, Optional.empty()))));
    }

    Told run(Object... words) {
        StringWriter told = new StringWriter();
        StringWriter error = new StringWriter();
        CommandLine line = Main.commandLine(workbench)
                .setOut(new PrintWriter(told, true))
                .setErr(new PrintWriter(error, true));
        int code = line.execute(Stream.of(words).map(Object::toString).toArray(String[]::new));
        return new Told(code, told.toString(), error.toString());
    }
}
