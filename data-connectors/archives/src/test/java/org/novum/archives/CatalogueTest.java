package org.novum.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

class CatalogueTest {
    private static final String GOOD =
            """
            datasets:
              - name: Ymumu
                title: Muon pairs
                url: http://opendata.cern.ch/record/545/files/Ymumu.csv
                mirror: particle/Ymumu.csv.gz
                bytes: 2599212
                sha256: b2757444c7339f8e43bda9b2f0066b821b20ab6038b9f188375b717f0fd4ea88
                licence: CC0-1.0
                citation: CMS
            """;

    @TempDir
    private Path folder;

    private Catalogue read(String yaml) {
        return Catalogue.read(Samples.write(folder.resolve("datasets.yaml"), yaml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsEntries() {
        CatalogueEntry entry = read(GOOD).entry("Ymumu");
        assertThat(entry.bytes()).isEqualTo(2_599_212);
        assertThat(entry.url()).isPresent();
        assertThat(entry.stem()).isEqualTo("Ymumu");
        assertThat(entry.note()).isEmpty();
        assertThat(read(GOOD).bySha256(entry.sha256())).contains(entry);
        assertThat(read(GOOD).bySha256("0".repeat(64))).isEmpty();
    }

    @Test
    void bundlesTheProjectsCatalogue() {
        Catalogue catalogue = Catalogue.bundled();
        assertThat(catalogue.entries()).hasSize(69).allSatisfy(entry -> {
            assertThat(entry.isFits() || entry.name().endsWith(entry.stem())).as(entry.name()).isTrue();
            assertThat(entry.url().isPresent() || entry.note().startsWith("No official file")).isTrue();
        });
        assertThat(catalogue).isEqualTo(Catalogue.read(Path.of("../../examples/datasets.yaml")));
    }

    @Test
    void namesTheNearest() {
        assertThatThrownBy(() -> Catalogue.bundled().entry("ymumo"))
                .isInstanceOfSatisfying(
                        NovumException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.NO_INPUT))
                .hasMessage("dataset:ymumo: the catalogue has no such dataset; did you mean Ymumu?");
        assertThatThrownBy(() -> Catalogue.bundled().entry("something-else-entirely"))
                .hasMessageContaining("choose one of Ymumu, Zmumu, ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: Ymumu|name: ../x|a name of letters",
                "bytes: 2599212|bytes: 0|its size in bytes",
                "sha256: b2|sha256: B2|a sha256 of 64",
                "sha256: b2757444c7339f8e43bda9b2f0066b821b20ab6038b9f188375b717f0fd4ea88|sha256: ''|its size in bytes with its sha256, or neither",
                "http://opendata.cern.ch/record/545/files/Ymumu.csv|cern:545|it has no number of a record",
                "http://opendata.cern.ch/record/545/files/Ymumu.csv|'jsoc:hmi.a[1'|it names no records of JSOC",
                "mirror: particle|mirror: ../particle|a mirror path below",
                "mirror: particle|mirror: /particle|a mirror path below",
                "http:|ftp:|a url that is http or https",
                "title: Muon|title: [Muon|it is not YAML",
                "licence: CC0-1.0|licence: ''|a title, a licence and a citation",
                "citation: CMS|cite: CMS|'cite' is not a key of a dataset",
                "datasets:|data:|it needs a list under 'datasets'"
            })
    void refusesWrongEntries(String good, String bad, String problem) {
        assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
                .isInstanceOfSatisfying(
                        NovumException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining(problem)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void takesAddressesOfArchivesAndNoDigest() {
        String bare = GOOD.replaceAll("(?m)^ *(bytes|sha256):.*\n", "");
        CatalogueEntry plain = read(bare.replace("http://opendata.cern.ch/record/545/files/Ymumu.csv", "cern:545/Ymumu.csv")).entry("Ymumu");
        assertThat(plain.isListed()).isFalse();
        assertThat(CatalogueEntry.addressOf(plain.url().orElseThrow())).isEqualTo("cern:545/Ymumu.csv");
        String records = "jsoc:hmi.sharp_720s[377][2011.02.15_00:00:00_TAI]?key=T_REC,USFLUX";
        CatalogueEntry sharp =
                read(bare.replace("http://opendata.cern.ch/record/545/files/Ymumu.csv", "'" + records + "'")).entry("Ymumu");
        assertThat(CatalogueEntry.addressOf(sharp.url().orElseThrow())).isEqualTo(records);
        assertThatThrownBy(() -> read(bare.replace("http://opendata.cern.ch/record/545/files/Ymumu.csv", "''")))
                .hasMessageContaining("a url where it has no sha256");
    }

    @Test
    void refusesTwoOfAName() {
        String second = GOOD.substring(GOOD.indexOf('\n') + 1);
        assertThatThrownBy(() -> read(GOOD + second)).hasMessageContaining("two datasets are called Ymumu");
    }

    @Test
    void saysThatThereIsNoCatalogue() {
        assertThatThrownBy(() -> Catalogue.read(folder.resolve("none.yaml")))
                .isInstanceOfSatisfying(
                        NovumException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.NO_INPUT));
    }

    @Test
    void takesPlacesFromTheEnvironment() {
        assertThat(ArchivePlaces.from(Map.of("NOVUM_HOME", "/a", "NOVUM_MIRROR", "/b")))
                .isEqualTo(new ArchivePlaces(Path.of("/a"), Optional.of(Path.of("/b"))));
        assertThat(ArchivePlaces.from(Map.of("NOVUM_MIRROR", " ")))
                .isEqualTo(new ArchivePlaces(Path.of(System.getProperty("user.home"), ".novum"), Optional.empty()));
    }
}
