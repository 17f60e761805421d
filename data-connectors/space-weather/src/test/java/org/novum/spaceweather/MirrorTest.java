package org.novum.spaceweather;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.novum.spaceweather.Irregularity.Kind;

/** Recorded answers of the services. */
@Tag("mirror")
@EnabledIfEnvironmentVariable(named = "NOVUM_MIRROR", matches = ".+")
class MirrorTest {
    private static final Instant PRESENT = Instant.parse("2026-10-01T00:00:00Z");

    private static JsonNode sample(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of(System.getenv("NOVUM_MIRROR"), "solar", "feeds", name).toFile());
    }

    @Test
    void regions() throws IOException {
        Reading<SunspotRegion> reading = SunspotRegion.read(sample("swpc_solar_regions.json"), PRESENT);
        assertThat(reading.rows()).isEqualTo(373);
        assertThat(reading.items()).hasSize(246);
        assertThat(reading.counts()).isEqualTo(Map.of(Kind.UNUSED, 127));
    }

    @Test
    void probabilities() throws IOException {
        Reading<OfficeProbabilities> reading = OfficeProbabilities.read(sample("swpc_solar_probabilities.json"), PRESENT);
        assertThat(reading.items()).hasSize(29);
        assertThat(reading.items().getLast().m()).containsExactly(.1, .1, .1);
        assertThat(reading.irregularities()).isEmpty();
    }

    @Test
    void xrays() throws IOException {
        Reading<XrayFlux> reading = XrayFlux.read(sample("swpc_xrays_c3_flare_20230830.json"), PRESENT);
        assertThat(reading.items()).hasSize(24);
        assertThat(reading.items()).extracting(XrayFlux::flux).anyMatch(flux -> flux >= 3e-6 && flux < 3.1e-6);
    }

    @Test
    void flares() throws IOException {
        assertThat(FlareFeeds.swpc(sample("swpc_xray_flares_7_day_rows.json"), PRESENT).items())
                .extracting(FlareReport::goesClass)
                .containsExactly("C4.7", "B9.4");
        assertThat(FlareFeeds.swpc(sample("swpc_xray_flares_latest.json"), PRESENT).items()).hasSize(1);
        FlareReport donki = FlareFeeds.donki(sample("donki_flr_row.json"), PRESENT).items().getFirst();
        assertThat(donki.region()).isEqualTo(14524);
        assertThat(donki.position().orElseThrow()).hasToString("N12E32");
    }

    /** The sample has other keywords than a forecast asks for; its columns must still become rows. */
    @Test
    void columnsOfJsoc() throws IOException {
        JsonNode rows = MagneticPatch.rows(sample("jsoc_sharp_built_from_real_rows.json"));
        assertThat(rows).hasSize(8);
        assertThat(rows.get(7).path("NOAA_AR").asText()).isEqualTo("12096");
        assertThat(MagneticPatch.read(sample("jsoc_sharp_built_from_real_rows.json"), PRESENT).counts())
                .containsEntry(Kind.MISSING, 8 * 6);
    }
}
