package org.novum.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.Batches;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

class DatasetConnectorTest {
    private static final byte[] OTHER = "Run,M\n1,2.5\n2,3.5\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private DatasetConnector connector() {
        Samples.write(folder.resolve("mirror/particle/Ymumu.csv.gz"), Samples.gzip(Samples.CONTENT));
        Samples.write(folder.resolve("mirror/A_file.csv"), OTHER);
        CatalogueEntry other = new CatalogueEntry(
                "other", "Two rows", Optional.empty(), "A_file.csv", OTHER.length, Samples.sha256(OTHER), "CC0", "x", "");
        return new DatasetConnector(
                new ArchivePlaces(folder.resolve("home"), Optional.of(folder.resolve("mirror"))),
                new Catalogue(List.of(Samples.entry(Optional.empty()), other)),
                FetchProgress.SILENT);
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(DataConnector.class).stream().map(provider -> provider.get().card().name()))
                .contains("archives", "tabular");
    }

    @Test
    void opensDatasetsByName() {
        DataSource source = new DataSource(
                List.of("dataset:upsilon,other", "dataset:upsilon"), Map.of("mass", "M"), Map.of("mass", "GeV"), Map.of());
        assertThat(connector().accepts("dataset:upsilon,other")).isTrue();
        assertThat(connector().accepts("file:x.csv")).isFalse();
        try (Dataset dataset = connector().open(source);
                RootAllocator allocator = new RootAllocator();
                Batches batches = dataset.read(allocator, "A_file", List.of("mass"))) {
            assertThat(dataset.card().parts()).extracting(DataPart::name).containsExactly("A_file", "Ymumu");
            assertThat(dataset.card().part("Ymumu").uri()).isEqualTo("dataset:upsilon");
            assertThat(dataset.card().part("Ymumu").sha256()).isEqualTo(Samples.sha256(Samples.CONTENT));
            assertThat(dataset.card().part("Ymumu").rows()).isEqualTo(20_000);
            assertThat(dataset.card().part("Ymumu").column("mass").orElseThrow().unit().symbol()).isEqualTo("GeV");
            assertThat(batches.next()).isTrue();
            assertThat(((Float8Vector) batches.root().getVector(0)).get(1)).isEqualTo(3.5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dataset:", "dataset:upsilon,", "dataset:upsilom"})
    void refusesNamesThatAreNone(String uri) {
        assertThatThrownBy(() -> connector().open(DataSource.of(uri)))
                .isInstanceOfSatisfying(
                        NovumException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.NO_INPUT))
                .message()
                .startsWith(uri);
    }
}
