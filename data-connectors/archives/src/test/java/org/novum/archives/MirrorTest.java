package org.novum.archives;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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

    /** Spectra are for another connector. */
    private static List<CatalogueEntry> tables() {
        return Catalogue.bundled().entries().stream().filter(entry -> !entry.isFits()).toList();
    }
}
