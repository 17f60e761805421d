package org.novum.archives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.tabular.ContentDigest;
import org.novum.tabular.SourceBytes;

/** The bundled catalogue against a mirror of the real files. */
@Tag("mirror")
@EnabledIfEnvironmentVariable(named = "NOVUM_MIRROR", matches = ".+")
class MirrorTest {
    @TempDir
    private Path home;

    private ArchivePlaces places() {
        return new ArchivePlaces(home, Optional.of(Path.of(System.getenv("NOVUM_MIRROR"))));
    }

    @Test
    void listsWhatTheFilesAre() {
        Fetcher fetcher = new Fetcher(places());
        assertThat(Catalogue.bundled().entries()).allSatisfy(entry -> {
            Path file = fetcher.local(entry).orElseThrow();
            assertThat(SourceBytes.digest(file)).isEqualTo(new ContentDigest(entry.sha256(), entry.bytes()));
        });
    }

    @Test
    void opensEveryDatasetOfTheCatalogue() {
        String names = tables().stream().map(CatalogueEntry::name).collect(Collectors.joining(","));
        DatasetConnector connector = new DatasetConnector(places(), Catalogue.bundled(), FetchProgress.SILENT);
        try (Dataset dataset = connector.open(DataSource.of("dataset:" + names))) {
            assertThat(dataset.card().parts())
                    .hasSize(tables().size())
                    .extracting(DataPart::name)
                    .contains("Ymumu", "sharp_20101030_20140630");
            assertThat(dataset.card().part("Ymumu").rows()).isEqualTo(20_000);
            assertThat(dataset.card().part("sharp_20101030_20140630").rows()).isEqualTo(65_240);
        }
    }

    @Test
    void locatesByDigestAlone() {
        CatalogueEntry entry = Catalogue.bundled().entry("cms_higgs4l_4e_2011");
        assertThat(new DataLocator(places()).find(entry.sha256(), "renamed.csv", List.of()))
                .hasValueSatisfying(file -> assertThat(file).hasFileName("cms_higgs4l_4e_2011.csv"));
    }

    /** Each real file from a server that breaks off twice, is busy in between, and once ignores ranges. */
    @Test
    void fetchesEveryFileOverABadConnection() throws IOException {
        FetchSettings quick = new FetchSettings(
                Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(1), Duration.ofSeconds(1), 4, 1 << 20);
        Fetcher here = new Fetcher(places());
        Fetcher fetcher = new Fetcher(
                new ArchivePlaces(home.resolve("far"), Optional.empty()), new Download(quick, new EnvironmentProxy(Map.of())));
        for (CatalogueEntry entry : Catalogue.bundled().entries()) {
            byte[] bytes = Files.readAllBytes(here.local(entry).orElseThrow());
            FlakyServer.Behaviour drop = FlakyServer.dropping(bytes.length / 3);
            try (FlakyServer server = new FlakyServer(
                    bytes, drop, FlakyServer.status(503), drop, FlakyServer.status(429), FlakyServer.ignoringRanges())) {
                CatalogueEntry far = new CatalogueEntry(
                        entry.name(), entry.title(), Optional.of(server.uri()), entry.mirror(), entry.bytes(), entry.sha256(),
                        entry.licence(), entry.citation(), entry.note());
                assertThat(fetcher.fetch(far, FetchProgress.SILENT)).as(entry.name()).hasBinaryContent(bytes);
                assertThat(server.ranges()).hasSize(5).last().asString().startsWith("bytes=");
            }
        }
    }

    /** A real spectrum by its address, from a server in the archive's place. */
    @Test
    void fetchesASpectrumByItsAddress() throws IOException {
        CatalogueEntry entry = Catalogue.bundled().entry("spec-3655-55240-0872");
        byte[] bytes = Files.readAllBytes(new Fetcher(places()).local(entry).orElseThrow());
        ArchivePlaces own = new ArchivePlaces(home.resolve("own"), Optional.empty());
        try (FlakyServer server = new FlakyServer(bytes, FlakyServer.dropping(10_000))) {
            Samples.write(own.home().resolve("archives.yaml"), ("sdss: " + server.base()).getBytes(StandardCharsets.UTF_8));
            Fetched fetched = new Fetcher(own).fetch("sdss:spec-3655-55240-0872", FetchProgress.SILENT);
            assertThat(fetched.sha256()).isEqualTo(entry.sha256());
            assertThat(server.paths())
                    .containsOnly("/sas/dr17/sdss/spectro/redux/v5_13_2/spectra/lite/3655/spec-3655-55240-0872.fits");
        }
    }

    /** Spectra are for another connector. */
    private static List<CatalogueEntry> tables() {
        return Catalogue.bundled().entries().stream().filter(entry -> !entry.isFits()).toList();
    }
}
