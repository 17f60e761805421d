package org.novum.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** Files whose digest nobody published: what comes first is trusted. */
class UnlistedTest extends UnlistedFiles {
    @Test
    void trustsWhatComesFirst() throws IOException {
        try (FlakyServer server = new FlakyServer(CONTENT)) {
            Fetched fetched = fetch(server);
            assertThat(fetched.file()).isEqualTo(file()).hasBinaryContent(CONTENT);
            assertThat(fetched.sha256()).isEqualTo(Samples.sha256(CONTENT));
            assertThat(fetched.url()).hasPath("/record/545/files/Ymumu.csv");
            assertThat(record())
                    .content()
                    .contains("sha256: " + Samples.sha256(CONTENT), "bytes: " + CONTENT.length, "from: " + fetched.url());
            assertThat(fetch(server)).isEqualTo(fetched);
            assertThat(server.paths()).containsExactly("/record/545/files/Ymumu.csv");
            assertThat(names()).containsExactly("Ymumu.csv", "Ymumu.csv.sha256");
        }
    }

    @Test
    void refusesAFileThatChangedHere() throws IOException {
        try (FlakyServer server = new FlakyServer(CONTENT)) {
            fetch(server);
            Samples.write(file(), OTHER);
            NovumException thrown = failing(server);
            assertThat(thrown.exitCode()).isEqualTo(ExitCode.DATA);
            assertThat(thrown)
                    .hasMessageContaining(file() + " has changed since it was first fetched")
                    .hasMessageContaining(Samples.sha256(CONTENT))
                    .hasMessageContaining(Samples.sha256(OTHER));
            assertThat(file()).hasBinaryContent(OTHER);
            Files.delete(file());
            assertThat(fetch(server).file()).hasBinaryContent(CONTENT);
        }
    }

    @Test
    void refusesAFileThatChangedInTheArchive() throws IOException {
        try (FlakyServer server = new FlakyServer(CONTENT)) {
            fetch(server);
        }
        Files.delete(file());
        try (FlakyServer server = new FlakyServer(OTHER)) {
            NovumException thrown = failing(server);
            assertThat(thrown.exitCode()).isEqualTo(ExitCode.DATA);
            assertThat(thrown).hasMessageContaining("sends other bytes than when it was first fetched").hasMessageContaining("--renew");
            assertThat(names()).containsExactly("Ymumu.csv.sha256");
            Fetched renewed = fetcher().renew(ADDRESS, FetchProgress.SILENT);
            assertThat(renewed.sha256()).isEqualTo(Samples.sha256(OTHER));
            assertThat(fetch(server)).isEqualTo(renewed);
        }
    }

    @Test
    void renewingKeepsWhatIsThereIfNothingComes() throws IOException {
        try (FlakyServer server = new FlakyServer(CONTENT)) {
            fetch(server);
        }
        assertThat(catchThrowableOfType(NovumException.class, () -> fetcher().renew(ADDRESS, FetchProgress.SILENT)).exitCode())
                .isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(file()).hasBinaryContent(CONTENT);
        assertThat(record()).content().contains(Samples.sha256(CONTENT));
    }

    @Test
    void compressionIsNoChange() throws IOException {
        try (FlakyServer server = new FlakyServer(CONTENT)) {
            fetch(server);
            Files.delete(file());
        }
        try (FlakyServer server = new FlakyServer(Samples.gzip(CONTENT))) {
            assertThat(fetch(server).file()).hasBinaryContent(Samples.gzip(CONTENT));
        }
    }

    @Test
    void takesAMirrorsCopyAndRemembersIt() throws IOException {
        Path copy = Samples.write(folder.resolve("mirror/archives/cern/545/Ymumu.csv"), CONTENT);
        try (FlakyServer server = new FlakyServer(OTHER)) {
            assertThat(fetch(server).file()).isEqualTo(copy);
            assertThat(record()).content().contains(Samples.sha256(CONTENT));
            Samples.write(copy, OTHER);
            assertThat(failing(server)).hasMessageContaining(copy + " has changed");
            assertThat(server.paths()).isEmpty();
        }
    }

    @Test
    void saysThatARecordIsDamaged() throws IOException {
        Samples.write(record(), new byte[] {1});
        try (FlakyServer server = new FlakyServer(CONTENT)) {
            NovumException thrown = catchThrowableOfType(NovumException.class, () -> fetch(server));
            assertThat(thrown.exitCode()).isEqualTo(ExitCode.DATA);
            assertThat(thrown).hasMessageContaining(record() + ": it holds no SHA-256");
        }
    }

    @Test
    void aDatasetOfTheCatalogueNeedsNoDigest() throws IOException {
        try (FlakyServer server = new FlakyServer(CONTENT)) {
            CatalogueEntry entry = new CatalogueEntry(
                    "plain", "Muon pairs", Optional.of(server.uri()), "particle/Ymumu.csv", 0, "", "CC0-1.0", "CMS", "");
            assertThat(fetcher().local(entry)).isEmpty();
            assertThat(fetcher().digest(entry)).isEmpty();
            Path file = fetcher().fetch(entry, FetchProgress.SILENT);
            assertThat(file).isEqualTo(folder.resolve("home/archives/catalogue/plain/Ymumu.csv")).hasBinaryContent(CONTENT);
            assertThat(fetcher().digest(entry)).contains(Samples.sha256(CONTENT));
            assertThat(fetcher().copies(entry)).containsExactly(file);
            Path copy = Samples.write(folder.resolve("mirror/particle/Ymumu.csv"), CONTENT);
            Samples.write(file, OTHER);
            assertThat(fetcher().local(entry)).contains(copy);
            Samples.write(copy, OTHER);
            assertThat(fetcher().local(entry)).isEmpty();
            NovumException thrown = catchThrowableOfType(NovumException.class, () -> fetcher().fetch(entry, FetchProgress.SILENT));
            assertThat(thrown).hasMessageStartingWith("dataset:plain: " + file + " has changed");
        }
    }
}
