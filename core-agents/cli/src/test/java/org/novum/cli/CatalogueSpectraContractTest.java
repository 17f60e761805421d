package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.novum.api.NovumException;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.archives.Catalogue;
import org.novum.archives.FetchProgress;
import org.novum.archives.Fetcher;
import org.novum.cli.FitsText.Card;
import org.novum.cli.FitsText.Column;
import org.novum.fits.spectrum.SpectrumColumns;
import org.novum.pluginsdk.fake.InMemoryColumn;
import org.novum.pluginsdk.fake.InMemoryTable;

/** Coadds of DESI in a mirror, named by the catalogue that the connector looks into when it opens something. */
class CatalogueSpectraContractTest extends CatalogueContract {
    private static final String SAMPLE = "sample";
    private static final double[] WAVELENGTH = {3600, 3600.8, 3601.6};
    private static final double[][] FLUX = {{1.5, 2.5, -1}, {2, 1, 2}};
    private static final double[][] IVAR = {{4, 4, 1}, {1, 1, 1}};

    @Override
    CatalogueSpectra connector(Catalogue catalogue, Fetcher fetcher) {
        return new CatalogueSpectra(catalogue, fetcher, FetchProgress.SILENT);
    }

    @Override
    public InMemoryTable content() {
        return content(SAMPLE);
    }

    /** Rows are called by the name of the dataset, wherever its bytes were found. */
    @Override
    public InMemoryTable expected(String uri) {
        return content(uri.substring("dataset:".length()));
    }

    private static InMemoryTable content(String name) {
        String file = name + ".fits";
        List<Double> wavelength = Arrays.stream(WAVELENGTH).boxed().toList();
        List<Integer> good = List.of(0, 0, 0);
        String unit = "1e-17 erg s-1 cm-2 Angstrom-1";
        List<List<?>> columns = List.of(
                List.of(file, file),
                List.of(0, 1),
                List.of("39000000", "7"),
                List.of(127.625, 0.5),
                List.of(-0.25, 81.75),
                List.of(wavelength, wavelength),
                lists(FLUX),
                lists(IVAR),
                List.of(good, good),
                Arrays.asList(null, null),
                Arrays.asList(null, null),
                List.of(unit, unit),
                Arrays.asList(null, null));
        InMemoryTable table = InMemoryTable.named(SAMPLE);
        for (int i = 0; i < columns.size(); i++) {
            ColumnCard card = SpectrumColumns.ALL.get(i);
            List<@Nullable Object> values = Collections.unmodifiableList(new ArrayList<>(columns.get(i)));
            table = table.with(new InMemoryColumn.Values(card.name(), card.type(), card.unit(), values));
        }
        return table;
    }

    private static List<List<Double>> lists(double[][] rows) {
        return Arrays.stream(rows).map(row -> Arrays.stream(row).boxed().toList()).toList();
    }

    /** The content alone is asked to be stored. */
    private static byte[] desi() {
        return new FitsText()
                .primary()
                .table(
                        "FIBERMAP",
                        new Column("TARGETID", 'K', new double[][] {{39_000_000}, {7}}),
                        new Column("TARGET_RA", 'D', new double[][] {{127.625}, {0.5}}),
                        new Column("TARGET_DEC", 'D', new double[][] {{-0.25}, {81.75}}))
                .image('D', new int[] {WAVELENGTH.length}, WAVELENGTH, new Card("EXTNAME", "B_WAVELENGTH"), new Card("BUNIT", "Angstrom"))
                .image('D', new int[] {WAVELENGTH.length, 2}, flat(FLUX), new Card("EXTNAME", "B_FLUX"),
                        new Card("BUNIT", "10**-17 erg/(s cm2 Angstrom)"))
                .image('D', new int[] {WAVELENGTH.length, 2}, flat(IVAR), new Card("EXTNAME", "B_IVAR"))
                .bytes();
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    @Override
    public String store(InMemoryTable table, Path place) {
        return store(SAMPLE, place.resolve(SAMPLE + ".fits"), desi());
    }

    @Override
    public String storeCompressed(InMemoryTable table, Path place) {
        return store(SAMPLE, place.resolve(SAMPLE + ".fits.gz"), Gzip.of(desi()));
    }

    /** The catalogue has one dataset of each name: the one that was stored last. */
    private String store(String name, Path file, byte[] content) {
        entries.removeIf(entry -> entry.name().equals(name));
        entries.add(Entries.of(name, Optional.empty(), folder.relativize(file).toString(), write(file, content)));
        return "dataset:" + name;
    }

    private static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<BadSource> badSources(Path place) {
        byte[] whole = desi();
        return List.of(
                bad(place, "cut", Arrays.copyOf(whole, whole.length / 2), "truncated"),
                bad(place, "text", "wavelength,flux\n1,2\n".getBytes(StandardCharsets.US_ASCII), "not a spectrum"),
                bad(place, "other", new FitsText().primary().bytes(), "not a spectrum"));
    }

    private BadSource bad(Path place, String name, byte[] content, String named) {
        return new BadSource(store(name, place.resolve(name + ".fits"), content), List.of(named));
    }

    /** Several datasets are the rows of one part, in the order of their names. */
    @Test
    void patternsNameSeveral() {
        store("b", folder.resolve("b.fits"), desi());
        store("a", folder.resolve("a.fits"), desi());
        for (String uri : List.of("dataset:a,b", "dataset:*")) {
            try (Dataset dataset = connector().open(DataSource.of(uri))) {
                assertThat(dataset.card().parts()).hasSize(1);
                assertThat(dataset.card().parts().getFirst().rows()).isEqualTo(2L * content().rows());
            }
        }
        assertThat(connector().accepts("dataset:c*")).isFalse();
    }

    /** A name that means nothing is never left out in silence. */
    @Test
    void eachNameMeansSpectra() {
        store("spectrum", folder.resolve("spectrum.fits"), desi());
        Path table = write(folder.resolve("table.csv"), "a\n1\n".getBytes(StandardCharsets.US_ASCII));
        entries.add(Entries.of("table", Optional.empty(), "table.csv", table));
        Map.of(
                        "dataset:spectrum,spectrun", "did you mean spectrum?",
                        "dataset:spectrum,c*", "no spectra of the catalogue are called c*",
                        "dataset:spectrum,table", "dataset:table has no spectra",
                        "dataset:spectrum,", "a dataset's name is missing")
                .forEach((uri, told) -> {
                    DataSource source = DataSource.of(uri);
                    assertThat(connector().accepts(uri)).as(uri).isTrue();
                    assertThatThrownBy(() -> connector().open(source)).isInstanceOf(NovumException.class).hasMessageContaining(told);
                    assertThatThrownBy(() -> connector().files(source)).isInstanceOf(NovumException.class).hasMessageContaining(told);
                });
    }

    @Override
    public void assertFetches(Path place) {
        byte[] content = desi();
        Path file = write(place.resolve("far.fits"), content);
        try (ServedBytes server = new ServedBytes(content)) {
            DataConnector far = far(
                    place.resolve("home"), Entries.of("far", Optional.of(server.url("far.fits")), "nowhere/far.fits", file));
            DataSource source = DataSource.of("dataset:far");
            assertThat(far.files(source)).as("before it is fetched").isEmpty();
            try (Dataset dataset = far.open(source)) {
                assertThat(dataset.card().part("far").rows()).isEqualTo(content().rows());
            }
            assertThat(far.files(source)).hasValueSatisfying(found -> assertThat(found).hasSize(1));
        }
    }
}
