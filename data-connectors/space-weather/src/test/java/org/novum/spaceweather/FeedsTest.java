package org.novum.spaceweather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.novum.spaceweather.Irregularity.Kind;

/** Feeds from a local server, with gaps, nulls, unknown values, doubles and rows from the future. */
class FeedsTest {
    private static final Instant PRESENT = Instant.parse("2026-09-06T12:00:00Z");

    private FeedServer server;
    private SpaceWeather weather;

    @BeforeEach
    void start() throws IOException {
        server = new FeedServer();
        Patience patience = new Patience(Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofSeconds(1), 2);
        weather = new SpaceWeather(server.hosts(), new FeedClient(patience));
    }

    @AfterEach
    void stop() {
        weather.close();
        server.close();
    }

    @Test
    void xraysWithGapDoubleAndNull() {
        server.on("/json/goes/primary/xrays-6-hour.json", array(
                xray("2026-09-06T11:00:00Z", "1e-6"),
                xray("2026-09-06T11:00:00Z", "1e-6"),
                xray("2026-09-06T11:01:00Z", "null"),
                xray("2026-09-06T11:02:00Z", "0.0"),
                xray("2026-09-06T11:04:00Z", "2e-6"),
                xray("2026-09-06T11:05:00Z", "3e-6"),
                xray("2026-09-06T12:01:00Z", "3e-6")));
        Reading<XrayFlux> reading = weather.xrays(PRESENT);
        assertThat(reading.items()).extracting(XrayFlux::flux).containsExactly(1e-6, 2e-6, 3e-6);
        assertThat(reading.rows()).isEqualTo(7);
        assertThat(reading.counts())
                .isEqualTo(Map.of(Kind.DUPLICATE, 1, Kind.MISSING, 1, Kind.DAMAGED, 1, Kind.FUTURE, 1, Kind.GAP, 1));
        assertThat(reading.irregularities()).contains(
                new Irregularity(Kind.MISSING, "SWPC X-rays, row 3", "flux is missing"));
    }

    private static String xray(String time, String flux) {
        return "{\"time_tag\":\"" + time + "\",\"satellite\":18,\"flux\":" + flux + ",\"energy\":\"0.1-0.8nm\"}";
    }

    @Test
    void flareUnderWayAndOfUnknownClass() {
        server.on("/json/goes/primary/xray-flares-7-day.json", array(
                flare("2026-09-05T01:00:00Z", "\"2026-09-05T01:20:00Z\"", "M2.5"),
                flare("2026-09-05T03:00:00Z", "\"2026-09-05T03:20:00Z\"", "Unk"),
                flare("2026-09-05T05:00:00Z", "\"2026-09-05T04:20:00Z\"", "C1.0"),
                flare("2026-09-05T06:00:00Z", "\"2026-09-05T06:20:00Z\"", "Q1.0"),
                flare("2026-09-06T11:50:00Z", "\"Unk\"", "C3.0")));
        Reading<FlareReport> reading = weather.flares(PRESENT);
        assertThat(reading.items()).extracting(FlareReport::goesClass).containsExactly("M2.5", "C3.0");
        assertThat(reading.items().getFirst().flux()).isCloseTo(2.5e-5, within(1e-12));
        assertThat(reading.items().getLast().end()).isEmpty();
        assertThat(reading.counts()).isEqualTo(Map.of(Kind.UNKNOWN, 1, Kind.DAMAGED, 2, Kind.UNDER_WAY, 1));
    }

    private static String flare(String begin, String end, String size) {
        return "{\"begin_time\":\"" + begin + "\",\"max_time\":\"" + begin + "\",\"end_time\":" + end + ",\"max_class\":\"" + size
                + "\",\"satellite\":18}";
    }

    @Test
    void editedEventsNameRegions() {
        server.on("/json/edited_events.json", array(
                "{\"begin_datetime\":\"2026-09-05T01:00:00\",\"max_datetime\":\"2026-09-05T01:10:00\",\"end_datetime\":"
                        + "\"2026-09-05T01:20:00\",\"type\":\"XRA\",\"location\":\"1-8A\",\"particulars1\":\"M1.2\",\"region\":4524}",
                "{\"begin_datetime\":\"2026-09-05T02:00:00\",\"type\":\"RBR\",\"particulars1\":\"200\",\"region\":null}"));
        Reading<FlareReport> reading = weather.events(PRESENT);
        assertThat(reading.items()).extracting(FlareReport::region).containsExactly(14524);
        assertThat(reading.counts()).isEqualTo(Map.of(Kind.UNUSED, 1));
    }

    @Test
    void donkiAndHekNameRegions() {
        server.on("/DONKI/WS/get/FLR", array(
                "{\"beginTime\":\"2026-09-05T10:31Z\",\"peakTime\":\"2026-09-05T10:42Z\",\"endTime\":\"2026-09-05T10:48Z\","
                        + "\"classType\":\"C5.0\",\"sourceLocation\":\"N12E32\",\"activeRegionNum\":14524}",
                "{\"beginTime\":\"2026-09-05T12:31Z\",\"peakTime\":null,\"endTime\":null,\"classType\":\"C1.0\","
                        + "\"sourceLocation\":\"\",\"activeRegionNum\":null}"));
        Reading<FlareReport> donki = weather.donki(Instant.parse("2026-08-09T00:00:00Z"), PRESENT);
        assertThat(donki.items().getFirst().position()).isEqualTo(Optional.of(new Position(12, -32)));
        assertThat(donki.items().getFirst().region()).isEqualTo(14524);
        assertThat(donki.items().getLast().region()).isZero();
        assertThat(donki.counts()).isEqualTo(Map.of(Kind.UNDER_WAY, 1));
        assertThat(server.asked()).containsExactly("/DONKI/WS/get/FLR?startDate=2026-08-09&endDate=2026-09-06");

        server.on("/hek/her", "{\"overmax\":true,\"result\":["
                + "{\"event_starttime\":\"2026-09-05T10:31:00\",\"event_peaktime\":\"2026-09-05T10:42:00\",\"event_endtime\":"
                + "\"2026-09-05T10:48:00\",\"fl_goescls\":\"C5.0\",\"ar_noaanum\":4524,\"frm_name\":\"SWPC\"},"
                + "{\"event_starttime\":\"2026-09-05T10:31:00\",\"fl_goescls\":\"\",\"frm_name\":\"Flare Detective\"}]}");
        Reading<FlareReport> hek = weather.hek(Instant.parse("2026-08-09T00:00:00Z"), PRESENT);
        assertThat(hek.items()).extracting(FlareReport::region).containsExactly(14524);
        assertThat(hek.counts()).isEqualTo(Map.of(Kind.UNUSED, 1, Kind.GAP, 1));
    }

    @Test
    void regionsTurnWestPositiveAndAreIssuedOnTheNextDay() {
        server.on("/json/solar_regions.json", array(
                region("2026-09-03", 4524, "\"Ekc\"", "\"BGD\""),
                region("2026-09-03", 4524, "\"Ekc\"", "\"BGD\""),
                region("2026-09-05", 4525, "\"Qqq\"", "\"B\""),
                region("2026-09-05", 4526, "\"Hsx\"", "null"),
                "{\"observed_date\":\"2026-09-05\",\"region\":4527,\"latitude\":8,\"longitude\":-72,\"area\":null,\"spot_class\":null,"
                        + "\"number_spots\":null}"));
        Reading<SunspotRegion> reading = weather.regions(PRESENT);
        SunspotRegion only = reading.items().getFirst();
        assertThat(reading.items()).hasSize(1);
        assertThat(only.position()).hasToString("S13W40");
        assertThat(only.position().longitude()).isEqualTo(40);
        assertThat(only.issued()).isEqualTo(LocalDate.parse("2026-09-04"));
        assertThat(only.mcIntosh()).isEqualTo("EKC");
        assertThat(only.magnetic()).isEqualTo("BETA-GAMMA-DELTA");
        assertThat(reading.counts()).isEqualTo(
                Map.of(Kind.DUPLICATE, 1, Kind.DAMAGED, 1, Kind.MISSING, 1, Kind.UNUSED, 1, Kind.GAP, 1));
    }

    private static String region(String day, int number, String spotClass, String magnetic) {
        return "{\"observed_date\":\"" + day + "\",\"region\":" + number + ",\"latitude\":-13,\"longitude\":-40,"
                + "\"carrington_longitude\":209,\"area\":500,\"spot_class\":" + spotClass + ",\"extent\":12,\"number_spots\":20,"
                + "\"mag_class\":" + magnetic + "}";
    }

    @Test
    void probabilitiesAreShares() {
        server.on("/json/solar_probabilities.json", array(
                probabilities("2026-09-05", "25"), probabilities("2026-09-06", "101"), probabilities("2026-09-04", "null")));
        Reading<OfficeProbabilities> reading = weather.probabilities(PRESENT);
        assertThat(reading.items()).containsExactly(
                new OfficeProbabilities(LocalDate.parse("2026-09-05"), List.of(.25, .25, .25), List.of(.01, .01, .01)));
        assertThat(reading.counts()).isEqualTo(Map.of(Kind.DAMAGED, 1, Kind.MISSING, 1));
    }

    private static String probabilities(String date, String first) {
        return "{\"date\":\"" + date + "T00:00:00\",\"m_class_1_day\":" + first + ",\"m_class_2_day\":25,\"m_class_3_day\":25,"
                + "\"x_class_1_day\":1,\"x_class_2_day\":1,\"x_class_3_day\":1}";
    }

    @Test
    void patchesComeInColumns() {
        server.on("/cgi-bin/ajax/jsoc_info", sharp(0, "0x00000400", "1e22"));
        Reading<MagneticPatch> reading = weather.patches(Instant.parse("2026-09-05T12:00:00Z"), PRESENT);
        MagneticPatch patch = reading.items().getFirst();
        assertThat(patch.time()).isEqualTo(Instant.parse("2026-09-06T11:47:23Z"));
        assertThat(patch.regions()).containsExactly(14524, 14525);
        assertThat(patch.flux()).isEqualTo(1e22);
        assertThat(reading.irregularities()).isEmpty();
        assertThat(server.asked().getFirst())
                .contains("hmi.sharp_720s_nrt%5B%5D%5B2026.09.05_11%3A12%3A00_TAI-2026.09.06_12%3A00%3A00_TAI%4096m%5D");
    }

    @Test
    void patchesThatCannotBeUsedAreNamed() {
        server.on("/cgi-bin/ajax/jsoc_info", sharp(0, "0x00010000", "1e22"));
        assertThat(weather.patches(PRESENT, PRESENT).counts()).isEqualTo(Map.of(Kind.UNUSED, 1));
        server.on("/cgi-bin/ajax/jsoc_info", sharp(0, "0x0", "MISSING"));
        assertThat(weather.patches(PRESENT, PRESENT).counts()).isEqualTo(Map.of(Kind.UNKNOWN, 1));
        server.on("/cgi-bin/ajax/jsoc_info", sharp(1, "0x0", "1e22"));
        assertThatThrownBy(() -> weather.patches(PRESENT, PRESENT)).hasMessageContaining("status 1");
    }

    private static String sharp(int status, String quality, String flux) {
        StringBuilder columns = new StringBuilder();
        List<String> values = List.of(
                "800", "2026.09.06_11:48:00_TAI", "14524,14525", "12.5", "-32.0", quality, "900.5", flux, "95.1", "4.6");
        for (int column = 0; column < values.size(); column++) {
            columns.append(column == 0 ? "" : ",")
                    .append("{\"name\":\"" + MagneticPatch.KEYWORDS.get(column) + "\",\"values\":[\"" + values.get(column) + "\"]}");
        }
        return "{\"keywords\":[" + columns + "],\"count\":1,\"status\":" + status + "}";
    }

    @Test
    void anotherDocumentIsRefused() {
        server.on("/json/solar_regions.json", "{\"error\":\"moved\"}");
        assertThatThrownBy(() -> weather.regions(PRESENT))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("SWPC regions: the answer is no list of rows");
    }

    @Test
    void lateAndRevisedThingsAreNamedAndUsed() {
        Arrivals<FlareReport> arrivals = new Arrivals<>("flares", FlareReport::start, FlareReport::start);
        FlareReport first = report("2026-09-05T01:00:00Z", "C1.0");
        FlareReport second = report("2026-09-05T05:00:00Z", "C2.0");
        FlareReport late = report("2026-09-05T03:00:00Z", "M1.0");
        FlareReport revised = report("2026-09-05T05:00:00Z", "C2.1");
        assertThat(arrivals.take(List.of(first, second))).isEmpty();
        assertThat(arrivals.take(List.of(first, late, revised)))
                .extracting(Irregularity::kind)
                .containsExactly(Kind.LATE, Kind.REVISED);
        assertThat(arrivals.all()).containsExactly(first, late, revised);
        arrivals.forgetBefore(late.start());
        assertThat(arrivals.all()).containsExactly(late, revised);
    }

    private static FlareReport report(String start, String size) {
        return new FlareReport(
                FlareReport.Source.SWPC_FLARES, Instant.parse(start), Optional.empty(), Optional.empty(), size, 0,
                Optional.empty());
    }

    private static String array(String... rows) {
        return "[" + String.join(",", rows) + "]";
    }
}
