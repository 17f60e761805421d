package org.novum.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Templates of SDSS and redrock, from files whose bytes are written here. */
class TemplateTest {
    private static final float[][] VECTORS = {{1, 2, 3, 4}, {5, 6, 7, 8}};

    @TempDir
    private Path folder;

    private String write(String name, FitsBuilder file) throws IOException {
        return Files.write(folder.resolve(name), file.bytes()).toString();
    }

    private static Map<String, Object> sdss(String kind) {
        Map<String, Object> cards = new LinkedHashMap<>();
        cards.put("OBJECT", "STAR");
        cards.put("COEFF0", 3.5);
        cards.put("COEFF1", 1e-4);
        cards.put(kind + "0", kind.equals("NAME") ? "A0 (1)" : (Object) 12.5);
        cards.put(kind + "1", kind.equals("NAME") ? "M5V (2)" : (Object) 1.5);
        return cards;
    }

    private static Map<String, Object> redrock(int logarithmic, double first, double step) {
        Map<String, Object> cards = new LinkedHashMap<>();
        cards.put("CRVAL1", first);
        cards.put("CDELT1", step);
        cards.put("CRPIX1", 1);
        cards.put("LOGLAM", logarithmic);
        cards.put("RRTYPE", "QSO");
        cards.put("RRSUBTYP", "LOZ");
        return cards;
    }

    static FitsBuilder starsOfSdss() {
        return FitsBuilder.primaryImage(VECTORS, sdss("NAME"));
    }

    static FitsBuilder quasarsOfRedrock() {
        return FitsBuilder.primaryImage(VECTORS, redrock(1, 3.1236, 1e-4))
                .image("REDSHIFTS", new double[] {0.05, 0.5, 1.6}, Map.of());
    }

    @Test
    void eigenspectraOfSdssAreARowPerVector() throws IOException {
        SpectrumTable table = SpectrumTable.of(write("spEigen.fits", FitsBuilder.primaryImage(VECTORS, sdss("EIGEN"))));
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(1))
                .containsEntry("name", "STAR 2")
                .containsEntry("class", "STAR")
                .containsEntry("kind", "VECTOR")
                .containsEntry("z_min", null)
                .containsEntry("z_max", null);
        assertThat(table.numbers(1, "flux")).containsExactly(5, 6, 7, 8);
        assertThat(table.numbers(1, "wavelength")[3]).isEqualTo(StrictMath.pow(10, 35_003 / 10_000.0));
    }

    @Test
    void namedRowsAreSpectraOfStars() throws IOException {
        SpectrumTable table = SpectrumTable.of(write("spEigenStar.fits", starsOfSdss()));
        assertThat(table.rows()).allSatisfy(row -> assertThat(row).containsEntry("kind", "SPECTRUM"));
        assertThat(table.rows().get(1)).containsEntry("name", "M5V (2)");
    }

    @Test
    void redrockStatesWavelengthsAndRedshifts() throws IOException {
        SpectrumTable logarithmic = SpectrumTable.of(write("log.fits", quasarsOfRedrock()));
        assertThat(logarithmic.rows().getFirst())
                .containsEntry("name", "QSO LOZ 1")
                .containsEntry("class", "QSO")
                .containsEntry("z_min", 0.05)
                .containsEntry("z_max", 1.6);
        assertThat(logarithmic.numbers(0, "wavelength")[1]).isCloseTo(StrictMath.pow(10, 3.1237), within(1e-9));
        SpectrumTable linear = SpectrumTable.of(
                write("linear.fits", FitsBuilder.primaryImage(VECTORS, redrock(0, 1228, 0.5))));
        assertThat(linear.numbers(0, "wavelength")).containsExactly(1228, 1228.5, 1229, 1229.5);
        assertThat(linear.rows().getFirst()).containsEntry("z_min", null);
    }

    @Test
    void redshiftsThatAreNoneAreRefused() throws IOException {
        String file = write(
                "none.fits",
                FitsBuilder.primaryImage(VECTORS, redrock(1, 3.1236, 1e-4)).image("REDSHIFTS", new double[0], Map.of()));
        assertThatThrownBy(() -> new FitsConnector().open(DataSource.of(file)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("REDSHIFTS");
    }

    @Test
    void standBesideSpectraAsPartsOfTheirOwn() throws IOException {
        String spectrum = write("spec.fits", Fixtures.sdss(Fixtures.sdssCards()));
        String templates = write("eigen.fits", FitsBuilder.primaryImage(VECTORS, sdss("EIGEN")));
        try (Dataset dataset = new FitsConnector().open(DataSource.of(templates, spectrum))) {
            assertThat(dataset.card().parts()).extracting(DataPart::name).containsExactly("eigen", "spec");
            assertThat(dataset.card().part("spec").rows()).isEqualTo(1);
            assertThat(dataset.card().part("eigen").rows()).isEqualTo(2);
        }
    }

    /** Nobody asked for the templates that lie among spectra. */
    @Test
    void inAFolderAreNoSpectra() throws IOException {
        write("eigen.fits", FitsBuilder.primaryImage(VECTORS, sdss("EIGEN")));
        SpectrumTable table = SpectrumTable.of(folder.toString());
        assertThat(table.rows()).hasSize(1);
        assertThat(table.problem(0)).startsWith("not a spectrum");
    }

    @Test
    void withoutWavelengthsAreRefused() throws IOException {
        Map<String, Object> cards = sdss("EIGEN");
        cards.put("COEFF1", 0);
        String file = write("eigen.fits", FitsBuilder.primaryImage(VECTORS, cards));
        assertThatThrownBy(() -> new FitsConnector().open(DataSource.of(file)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("wrong wavelengths");
    }
}
