package org.novum.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.fits.FitsBuilder.Column;
import org.novum.fits.spectrum.PixelFlag;

/** Single exposures of full SDSS files whose bytes are written here. */
class ExposuresTest {
    @TempDir
    private Path folder;

    private static double[] turned(double[] values) {
        double[] turned = new double[values.length];
        Arrays.setAll(turned, i -> values[values.length - 1 - i]);
        return turned;
    }

    /** A blue camera's pixels go from long to short wavelengths. */
    private static FitsBuilder camera(FitsBuilder file, String name, double flux) {
        double[] logarithms = Fixtures.range(name.startsWith("B") ? 3.6 : 3.604, 1e-4);
        double[] fluxes = Fixtures.range(flux, 1);
        double[] mask = Fixtures.all(0);
        mask[0] = 1 << 25;
        boolean blue = name.startsWith("B");
        return file.table(
                name,
                Column.of("flux", "E", blue ? turned(fluxes) : fluxes),
                Column.of("loglam", "E", blue ? turned(logarithms) : logarithms),
                Column.of("ivar", "E", Fixtures.all(2)),
                Column.of("mask", "J", blue ? turned(mask) : mask),
                Column.of("wdisp", "E", Fixtures.all(1)));
    }

    /** Target and lines behind the sum, then all blue cameras, then all red ones, as surveys write them. */
    private static FitsBuilder full(int... exposures) {
        FitsBuilder file = Fixtures.sdss(Fixtures.sdssCards())
                .table("SPECOBJ", Column.of("Z", "E", 0.1))
                .table("SPZLINE", Column.of("LINEZ", "E", 0.1));
        for (String camera : List.of("B2", "R2")) {
            for (int exposure : exposures) {
                camera(file, String.format("%s-%08d-00000007-00000008", camera, exposure), 100 + exposure);
            }
        }
        return file;
    }

    private String write(String name, FitsBuilder file) throws IOException {
        Files.write(folder.resolve(name), file.bytes());
        return folder.resolve(name).toString();
    }

    @Test
    void eachExposureIsARowWithItsCamerasAsArms() throws IOException {
        SpectrumTable rows = SpectrumTable.of(write("full.fits", full(12, 3, 5)) + "#exposures");
        assertThat(rows.rows()).extracting(row -> row.get("exposure")).containsExactly(3, 5, 12);
        assertThat(rows.rows()).extracting(row -> row.get("turn")).containsExactly(0, 1, 2);
        assertThat(rows.rows()).extracting(row -> row.get("index")).containsExactly(0, 1, 2);
        assertThat(rows.rows()).extracting(row -> row.get("problem")).containsOnlyNulls();
        assertThat(rows.rows()).extracting(row -> row.get("object")).containsOnly("0266-51602-0013");
        for (int row = 0; row < 3; row++) {
            double start = 100 + ((Number) rows.rows().get(row).get("exposure")).intValue();
            double[] flux = rows.numbers(row, "flux");
            double[] wavelength = rows.numbers(row, "wavelength");
            double[] arm = rows.numbers(row, "arm");
            double[] mask = rows.numbers(row, "mask");
            assertThat(flux).hasSize(2 * Fixtures.COUNT);
            for (int i = 0; i < flux.length; i++) {
                int place = i % Fixtures.COUNT;
                boolean red = i >= Fixtures.COUNT;
                assertThat(arm[i]).isEqualTo(red ? 1 : 0);
                assertThat(flux[i]).isEqualTo(start + place);
                assertThat(wavelength[i])
                        .isCloseTo(StrictMath.pow(10, (red ? 3.604 : 3.6) + 1e-4 * place), within(2e-3));
                assertThat(mask[i]).isEqualTo(place == 0 ? PixelFlag.REJECTED.bit() : 0);
            }
        }
    }

    /** Without the suffix the file is what it was: one row, and no further columns. */
    @Test
    void nothingChangesForThoseWhoDoNotAsk() throws IOException {
        SpectrumTable rows = SpectrumTable.of(write("full.fits", full(1, 2)));
        assertThat(rows.rows()).hasSize(1);
        assertThat(rows.rows().getFirst()).doesNotContainKeys("exposure", "turn");
        assertThat(rows.numbers(0, "flux")).containsExactly(Fixtures.flux());
    }

    /** A file without exposures gives its one spectrum; then not every object can be halved, and there are no turns. */
    @Test
    void turnsAreThereOnlyIfEveryFileHasTwo() throws IOException {
        write("b-full.fits", full(1, 2));
        String asked = folder + "#exposures";
        assertThat(columns(asked)).endsWith("exposure", "turn");
        Files.writeString(folder.resolve("note.txt"), "no spectrum");
        assertThat(columns(asked)).as("beside a note").endsWith("exposure", "turn");
        write("a-lite.fits", Fixtures.sdss(Fixtures.sdssCards()));
        assertThat(columns(asked)).endsWith("exposure").doesNotContain("turn");
        SpectrumTable rows = SpectrumTable.of(asked);
        assertThat(rows.rows()).extracting(row -> row.get("file"))
                .containsExactly("a-lite.fits", "b-full.fits", "b-full.fits", "note.txt");
        assertThat(rows.rows()).extracting(row -> row.get("exposure")).containsExactly(null, 1, 2, null);
        assertThat(rows.problem(3)).contains("not a spectrum");
        Files.delete(folder.resolve("a-lite.fits"));
        write("c-one.fits", full(9));
        assertThat(columns(asked)).doesNotContain("turn");
    }

    /** A damaged exposure is a row that says so, and the others are read. */
    @Test
    void anExposureWithoutInformationSaysSo() throws IOException {
        FitsBuilder file = full(1, 2)
                .table(
                        "R2-00000003-00000007-00000008",
                        Column.of("flux", "E", Fixtures.flux()),
                        Column.of("loglam", "E", Fixtures.logarithms()),
                        Column.of("ivar", "E", Fixtures.all(0)));
        SpectrumTable rows = SpectrumTable.of(write("full.fits", file) + "#exposures");
        assertThat(rows.rows()).hasSize(3);
        assertThat(rows.problem(0)).isNull();
        assertThat(rows.problem(2)).startsWith("all masked");
    }

    @Test
    void pathsWithTheSuffixAreAccepted() throws IOException {
        FitsConnector connector = new FitsConnector();
        assertThat(connector.accepts("anything.fits.gz#exposures")).isTrue();
        assertThat(connector.accepts(folder + "#exposures")).isFalse();
        write("full.fits", full(1, 2));
        assertThat(connector.accepts(folder + "#exposures")).isTrue();
        assertThat(connector.accepts(folder + "/*.fits#exposures")).isTrue();
        try (Dataset dataset = connector.open(DataSource.of(folder.resolve("full.fits") + "#exposures"))) {
            assertThat(dataset.card().name()).isEqualTo("full");
            assertThat(dataset.card().rows()).isEqualTo(2);
        }
    }

    /** Which of them is meant is not guessed; lines of a file beside its spectra are another matter. */
    @Test
    void aFileIsNotAskedForItsSumAndItsExposuresAtOnce() throws IOException {
        String file = write("full.fits", full(1, 2));
        FitsConnector connector = new FitsConnector();
        for (String other : List.of("#exposures", "#models")) {
            assertThatThrownBy(() -> connector.open(DataSource.of(file, file + other)))
                    .hasMessageContaining("named twice");
        }
        assertThat(connector.files(DataSource.of(file + "#models", file + "#lines")).orElseThrow())
                .hasSize(1);
    }

    private static List<String> columns(String uri) {
        try (Dataset dataset = new FitsConnector().open(DataSource.of(uri))) {
            return dataset.card().parts().getFirst().columns().stream().map(ColumnCard::name).toList();
        }
    }
}
