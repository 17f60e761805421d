package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.archives.ArchivePlaces;
import org.novum.runtime.Observers;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.live.FlareForecast;
import org.novum.spaceweather.FeedClient;
import org.novum.spaceweather.Hosts;
import org.novum.spaceweather.Irregularities;
import org.novum.spaceweather.Irregularity.Kind;
import org.novum.spaceweather.Patience;
import org.novum.spaceweather.SpaceWeather;

/** Alerts from a replayed Sun. */
class WatchCommandTest {
    @TempDir
    private Path folder;

    private ReplayedSun sun;

    @BeforeEach
    void rise() throws IOException {
        sun = new ReplayedSun();
    }

    @AfterEach
    void set() {
        sun.close();
    }

    private record Told(int code, String out, String error) {}

    private Told watch(String... words) {
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        Workbench workbench = new Workbench(
                Observers.NONE,
                new Workbench.Surroundings(
                        InstantSource.fixed(ReplayedSun.PRESENT),
                        new ArchivePlaces(folder.resolve("home"), Optional.empty())));
        List<String> line = new ArrayList<>(List.of("watch"));
        line.addAll(List.of(words));
        for (String host : List.of("swpc", "jsoc", "hek", "donki")) {
            line.addAll(List.of("--" + host, sun.url()));
        }
        int code = Main.commandLine(workbench)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(error, true))
                .execute(line.toArray(String[]::new));
        return new Told(code, out.toString(), error.toString());
    }

    @Test
    void anActiveRegionRaisesAlerts() throws IOException {
        Told told = watch("solar-flare", "--once");
        assertThat(told.code()).describedAs(told.error()).isEqualTo(ExitCode.OK.code());
        List<JsonNode> alerts = new ArrayList<>();
        for (String line : told.out().lines().toList()) {
            alerts.add(new ObjectMapper().readTree(line));
        }
        JsonNode region = alerts.stream()
                .filter(alert -> alert.path("scope").asText().equals("region") && alert.path("class").asText().equals("M"))
                .findFirst()
                .orElseThrow();
        assertThat(region.path("event").asText()).isEqualTo("FlareAlert");
        assertThat(region.path("patch").asInt()).isEqualTo(800);
        assertThat(region.path("regions")).hasSize(1);
        assertThat(region.path("latitude").asDouble()).isEqualTo(12);
        assertThat(region.path("longitude").asDouble()).isEqualTo(-32);
        assertThat(region.path("probability").asDouble()).isBetween(region.path("threshold").asDouble(), 1.0);
        assertThat(region.path("known").asText()).isEqualTo("2026-09-06T11:59:23Z");
        assertThat(region.path("lead").asText()).isEqualTo("PT0S");
        assertThat(region.path("remaining").asText()).isEqualTo("PT23H59M23S");
        JsonNode tomorrow = alerts.stream()
                .filter(alert -> alert.path("from").asText().equals("2026-09-07T00:00:00Z"))
                .findFirst()
                .orElseThrow();
        assertThat(tomorrow.path("scope").asText()).isEqualTo("full-disk");
        assertThat(tomorrow.path("lead").asText()).isEqualTo("PT12H");
        assertThat(tomorrow.path("leading").path("regions").path(0).asInt()).isEqualTo(14524);
        assertThat(tomorrow.path("leading").path("longitude").asDouble()).isEqualTo(-32);
        assertThat(alerts).extracting(alert -> alert.path("patch").asInt()).doesNotContain(801, 802);
        assertThat(told.error()).contains("patch 801", "of 2026-09-06, for three days: M 55% 50% 45%, X 10% 10% 5%")
                .contains("X-rays of 2026-09-06T11:59Z: 2.50e-06 W/m2", "odd: UNKNOWN 1", "max_class is Unk", "odd: UNUSED 30")
                .doesNotContain("patch 802 N12E85 14526  ");
    }

    @Test
    void whateverIsOddCanBeKept() throws IOException {
        Path odd = folder.resolve("odd.jsonl");
        watch("solar-flare", "--once", "--odd", odd.toString());
        assertThat(Files.readAllLines(odd))
                .hasSize(31)
                .filteredOn(line -> !line.contains("UNUSED"))
                .containsExactly("{\"kind\":\"UNKNOWN\",\"place\":\"SWPC flares, row 2\",\"what\":\"max_class is Unk\"}");
        assertThat(watch("solar-flare", "--once", "--odd", folder.resolve("no/folder").toString()).code())
                .isEqualTo(ExitCode.CANNOT_WRITE.code());
    }

    @Test
    void aFeedThatFailsIsNamedAndTheOthersServe() {
        sun.without(ReplayedSun.PATCHES);
        Told told = watch("solar-flare", "--once");
        assertThat(told.code()).isEqualTo(ExitCode.OK.code());
        assertThat(told.error()).contains("odd: UNAVAILABLE 1", "JSOC SHARP", "status 404", "no region is forecast");
        assertThat(told.out()).contains("full-disk").doesNotContain("\"scope\":\"region\"");
    }

    @Test
    void withoutAnyDataThereIsNoForecast() {
        sun.without(ReplayedSun.PATCHES).without(ReplayedSun.REGIONS);
        Told told = watch("solar-flare", "--once");
        assertThat(told.code()).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(told.error()).contains("nothing could be forecast", "SWPC regions");
    }

    @Test
    void withoutTheHistoryOfFlaresThereIsNoForecast() {
        sun.without(ReplayedSun.DONKI).without("/hek/her");
        Told told = watch("solar-flare", "--once");
        assertThat(told.code()).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(told.out()).isEmpty();
        assertThat(told.error()).contains("neither DONKI nor HEK");
    }

    /** SWPC's recorded regions of 2025-10-24, which are issued on the next day. */
    @Test
    @Tag("mirror")
    @EnabledIfEnvironmentVariable(named = "NOVUM_MIRROR", matches = ".+")
    void recordedRegionsGiveAForecastOfTheDisk() throws IOException {
        Path feeds = Path.of(System.getenv("NOVUM_MIRROR"), "solar", "feeds");
        sun.on(ReplayedSun.REGIONS, Files.readString(feeds.resolve("swpc_solar_regions.json")));
        sun.on("/json/solar_probabilities.json", Files.readString(feeds.resolve("swpc_solar_probabilities.json")));
        sun.on(ReplayedSun.DONKI, "[]").on(ReplayedSun.FLARES, "[]").without(ReplayedSun.PATCHES);
        Hosts hosts = new Hosts(uri(), uri(), uri(), uri());
        Patience patience = new Patience(Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofSeconds(1), 2);
        try (SpaceWeather weather = new SpaceWeather(hosts, new FeedClient(patience))) {
            FlareWatch.Poll poll = new FlareWatch(weather, Map.of()).poll(Instant.parse("2025-10-25T12:00:00Z"));
            assertThat(poll.forecasts()).hasSize(6).allSatisfy(forecast -> {
                assertThat(forecast.probability()).isBetween(0.0001, 0.6);
                assertThat(forecast.window().known()).isEqualTo(Instant.parse("2025-10-25T00:30:00Z"));
            });
            assertThat(poll.office().orElseThrow().m()).containsExactly(.1, .1, .1);
            assertThat(Irregularities.counts(poll.odd())).containsEntry(Kind.UNUSED, 127).containsEntry(Kind.UNAVAILABLE, 1);
        }
    }

    @Test
    void anotherDisciplineCannotBeWatched() {
        assertThat(watch("spectra", "--once").code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(watch("solar-flare", "--interval", "PT0S").code()).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void eachForecastIsIssuedOnceAndLateDataAreNamed() {
        String first = ReplayedSun.swpc("2026-09-06T02:00:00", "M5.0");
        sun.on(ReplayedSun.FLARES, ReplayedSun.array(List.of(first)));
        Hosts hosts = new Hosts(uri(), uri(), uri(), uri());
        Patience patience = new Patience(Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofSeconds(1), 2);
        try (SpaceWeather weather = new SpaceWeather(hosts, new FeedClient(patience))) {
            FlareWatch watch = new FlareWatch(weather, Map.of(FlareClass.M, 0.3));
            assertThat(watch.poll(ReplayedSun.PRESENT).forecasts()).hasSize(6 + 6);
            FlareWatch.Poll again = watch.poll(ReplayedSun.PRESENT.plusSeconds(300));
            assertThat(again.forecasts()).isEmpty();
            assertThat(again.odd()).isEmpty();
            String late = ReplayedSun.swpc("2026-09-06T01:00:00", "C2.0");
            sun.on(ReplayedSun.FLARES, ReplayedSun.array(List.of(late, first)));
            sun.on(ReplayedSun.PATCHES, ReplayedSun.patches(ReplayedSun.PRESENT.plus(96, ChronoUnit.MINUTES)));
            FlareWatch.Poll later = watch.poll(ReplayedSun.PRESENT.plus(2, ChronoUnit.HOURS));
            assertThat(Irregularities.counts(later.odd())).containsEntry(Kind.LATE, 1);
            assertThat(later.forecasts()).hasSize(6).allMatch(forecast -> forecast.place() instanceof FlareForecast.Place.Region);
        }
    }

    @Test
    void anOldSummaryIsNoForecastOfToday() {
        sun.on(ReplayedSun.REGIONS, ReplayedSun.array(ReplayedSun.regions(LocalDate.parse("2026-09-04"))));
        Told told = watch("solar-flare", "--once");
        assertThat(told.out()).doesNotContain("full-disk");
        assertThat(told.error()).contains("regions of 2026-09-06", "the disk is not forecast");
    }

    private java.net.URI uri() {
        return java.net.URI.create(sun.url());
    }
}
