package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedStudiesReadTest {
    private static final Path STUDIES = Path.of("..", "..", "examples", "studies");

    @TempDir
    private Path folder;

    /** A study that cannot be read would hide all that come after it in a list. */
    @Test
    void everyShippedStudyCanBeReadWithoutSettingsOfItsUser() throws IOException {
        try (Stream<Path> files = Files.list(STUDIES)) {
            List<Path> studies = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
            assertThat(studies).hasSizeGreaterThan(10);
            for (Path study : studies) {
                assertThat(Program.at(folder).workbench().study(study, List.of()).name())
                        .isEqualTo(String.valueOf(study.getFileName()).replace(".yaml", ""));
            }
        }
    }
}
