package org.novum.votable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.fits.FitsConnector;

/** Answers and spectra that astropy wrote. */
@Tag("mirror")
@EnabledIfEnvironmentVariable(named = "NOVUM_MIRROR", matches = ".+")
class MirrorTest {
    private static final Path SPECTRA = Path.of(System.getenv().getOrDefault("NOVUM_MIRROR", ""), "spectra");

    @Test
    void aSpectrumIsTheSameAsTableAsBinaryAndInFits() {
        try (Dataset table = open("votable/spectrum-tabledata.vot.gz");
                Dataset binary = open("votable/spectrum-binary2.vot");
                Dataset fits = new FitsConnector()
                        .open(DataSource.of("file:" + SPECTRA.resolve("sdss/spec-0266-51630-0036.fits.gz")))) {
            for (String column : List.of("wavelength", "flux", "ivar", "object", "flux_unit", "problem")) {
                assertThat(Rows.of(binary, column)).as(column).isEqualTo(Rows.of(table, column));
            }
            assertThat(Rows.of(table, "object")).containsExactly("spec-0266-51630-0036");
            List<?> voFlux = (List<?>) Objects.requireNonNull(Rows.of(table, "flux").getFirst());
            List<?> voWavelength = (List<?>) Objects.requireNonNull(Rows.of(table, "wavelength").getFirst());
            List<?> flux = (List<?>) Objects.requireNonNull(Rows.of(fits, "flux").getFirst());
            List<?> wavelength = (List<?>) Objects.requireNonNull(Rows.of(fits, "wavelength").getFirst());
            assertThat(voFlux).hasSameSizeAs(flux);
            for (int i = 0; i < flux.size(); i++) {
                assertThat((Double) voFlux.get(i)).isCloseTo((Double) flux.get(i), Assertions.within(1e-5));
                assertThat((Double) voWavelength.get(i))
                        .isCloseTo((Double) wavelength.get(i), Assertions.within(3e-3));
            }
        }
    }

    @Test
    void answersOfServicesAreTables() {
        try (Dataset ssap = open("votable/ssap-response.vot")) {
            assertThat(ssap.card().name()).isEqualTo("ssap-response");
            List<@Nullable Object> addresses = Rows.of(ssap, "AcRef");
            assertThat(addresses).hasSize((int) ssap.card().rows()).first().asString().startsWith("http://127.0.0.1:8080/spectra/");
            assertThat(Rows.of(ssap, "RA").getFirst()).isEqualTo(99.238526);
            assertThat(ssap.card().parts().getFirst().column("RA").orElseThrow().unit().symbol()).isEqualTo("deg");
        }
        try (Dataset obscore = open("votable/obscore-overflow.vot")) {
            assertThat(obscore.card().name()).isEqualTo("obscore-overflow (cut off by the service: OVERFLOW)");
            assertThat(Rows.of(obscore, "em_min").getFirst()).isEqualTo(3.7e-7);
            assertThat(Rows.of(obscore, "calib_level").getFirst()).isEqualTo(2L);
        }
    }

    @Test
    void theErrorOfAServiceIsAnErrorInItsWords() {
        assertThatThrownBy(() -> open("votable/dali-error.vot"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("UsageFault: POS must be RA,DEC in degrees");
    }

    @Test
    void aFolderOfBothFormatsIsReadByTheOtherConnectorToo() {
        try (Dataset all = new FitsConnector().open(DataSource.of("file:" + SPECTRA.resolve("votable")))) {
            List<@Nullable Object> problems = Rows.of(all, "problem");
            assertThat(Rows.of(all, "file")).containsExactly(
                    "dali-error.vot", "obscore-overflow.vot", "spectrum-binary2.vot", "spectrum-tabledata.vot.gz", "ssap-response.vot");
            assertThat(problems.get(0)).asString().contains("UsageFault");
            assertThat(problems.get(1)).asString().startsWith("not a spectrum");
            assertThat(problems.get(2)).isNull();
            assertThat(problems.get(3)).isNull();
            assertThat(problems.get(4)).asString().startsWith("not a spectrum");
        }
    }

    private static Dataset open(String path) {
        assertThat(SPECTRA.resolve(path)).exists();
        return new VotableConnector().open(DataSource.of("file:" + SPECTRA.resolve(path)));
    }
}
