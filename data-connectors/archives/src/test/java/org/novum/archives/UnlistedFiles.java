package org.novum.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.NovumException;

/** An archive that a server on this machine stands for, and what is kept of it. */
@Timeout(60)
abstract class UnlistedFiles {
    static final byte[] CONTENT = Samples.CONTENT;
    static final byte[] OTHER = Arrays.copyOf(CONTENT, CONTENT.length - 7);
    static final String ADDRESS = "cern:545/Ymumu.csv";
    static final byte[] PAGE = "\n <!DOCTYPE html><title>Log in</title>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    Fetcher fetcher() {
        return fetcher(Duration.ofSeconds(10));
    }

    Fetcher fetcher(Duration stall) {
        FetchSettings quick = new FetchSettings(
                Duration.ofSeconds(10), stall, Duration.ofMillis(1), Duration.ofSeconds(2), 4, 1 << 20);
        return new Fetcher(
                new ArchivePlaces(folder.resolve("home"), Optional.of(folder.resolve("mirror"))),
                new Download(quick, new EnvironmentProxy(Map.of())));
    }

    Path file() {
        return folder.resolve("home/archives/cern/545/Ymumu.csv");
    }

    Path record() {
        return FirstUse.record(file());
    }

    /** The server takes the archive's place. */
    Fetched fetch(FlakyServer server) {
        return fetch(server, fetcher());
    }

    Fetched fetch(FlakyServer server, Fetcher fetcher) {
        Samples.write(folder.resolve("home/archives.yaml"), ("cern: " + server.base()).getBytes(StandardCharsets.UTF_8));
        return fetcher.fetch(ADDRESS, FetchProgress.SILENT);
    }

    NovumException failing(FlakyServer server) {
        NovumException thrown = catchThrowableOfType(NovumException.class, () -> fetch(server));
        assertThat(thrown).as("the fetch must fail").isNotNull();
        assertThat(thrown.getMessage()).startsWith(ADDRESS + ": ").doesNotContain("\n").doesNotContain("..");
        return thrown;
    }

    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(file().getParent())) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".lock")).sorted().toList();
        }
    }
}
