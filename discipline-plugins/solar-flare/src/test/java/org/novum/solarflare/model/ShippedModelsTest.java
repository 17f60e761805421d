package org.novum.solarflare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.ExitCode;
import org.novum.solarflare.input.SolarFlareException;

/** Models that come with the plugin are whole; files that are none are refused in one line. */
class ShippedModelsTest {
    @TempDir
    private Path folder;

    @Test
    void theShippedModelsHaveTheirDigests() {
        assertThat(ShippedModels.region()).hasSize(2);
        assertThat(ShippedModels.disk()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"kind\": \n\n", "{\"kind\": \n nonsense}", "[1, 2]\n[3]", "", "{}", "null"})
    void whatIsNoModelIsRefusedInOneLine(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("model.json"), text);
        assertThatThrownBy(() -> ShippedModels.region(Optional.of(file.toString())))
                .isInstanceOfSatisfying(
                        SolarFlareException.class, told -> assertThat(told.exitCode()).isEqualTo(ExitCode.DATA))
                .satisfies(told -> assertThat(told.getMessage().lines()).hasSize(1));
    }

    @Test
    void aFileThatIsNotThereIsAnotherMatter() {
        assertThatThrownBy(() -> ShippedModels.disk(Optional.of(folder.resolve("none.json").toString())))
                .isInstanceOfSatisfying(
                        SolarFlareException.class, told -> assertThat(told.exitCode()).isEqualTo(ExitCode.NO_INPUT));
    }
}
