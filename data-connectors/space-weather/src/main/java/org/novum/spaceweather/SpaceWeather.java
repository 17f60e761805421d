package org.novum.spaceweather;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The live feeds. Each method asks once, with the client's patience, and returns what stands in the answer.
 *
 * <p>All throw {@link FeedException} if the feed cannot be had. The present is passed in: rows after it are set aside.
 */
public final class SpaceWeather implements AutoCloseable {
    private static final DateTimeFormatter JSOC_TIME =
            DateTimeFormatter.ofPattern("uuuu.MM.dd_HH:mm:ss'_TAI'").withZone(ZoneOffset.UTC);

    private static final long CADENCE = 96 * 60;

    private final Hosts hosts;
    private final FeedClient client;

    /**
     * @param hosts where the feeds are
     * @param client closed with this
     */
    public SpaceWeather(Hosts hosts, FeedClient client) {
        this.hosts = hosts;
        this.client = client;
    }

    /** Soft X-rays of the last six hours. */
    public Reading<XrayFlux> xrays(Instant present) {
        return XrayFlux.read(client.get(swpc("goes/primary/xrays-6-hour.json")), present);
    }

    /** SWPC's automatic list of flares of seven days. */
    public Reading<FlareReport> flares(Instant present) {
        return FlareFeeds.swpc(client.get(swpc("goes/primary/xray-flares-7-day.json")), present);
    }

    /** The latest flare, which may be under way. */
    public Reading<FlareReport> latestFlare(Instant present) {
        return FlareFeeds.swpc(client.get(swpc("goes/primary/xray-flares-latest.json")), present);
    }

    /** X-ray flares of SWPC's edited list of events. */
    public Reading<FlareReport> events(Instant present) {
        return FlareFeeds.events(client.get(swpc("edited_events.json")), present);
    }

    /** Sunspot groups of about 30 days. */
    public Reading<SunspotRegion> regions(Instant present) {
        return SunspotRegion.read(client.get(swpc("solar_regions.json")), present);
    }

    /** SWPC's own forecasts of about 30 days. */
    public Reading<OfficeProbabilities> probabilities(Instant present) {
        return OfficeProbabilities.read(client.get(swpc("solar_probabilities.json")), present);
    }

    /**
     * Magnetic patches every 96 minutes since then: 15 times a day, from midnight, whenever it is asked. Half a minute
     * between UTC and TAI moves no record.
     */
    public Reading<MagneticPatch> patches(Instant since, Instant present) {
        Instant first = Instant.ofEpochSecond(Math.floorDiv(since.getEpochSecond(), CADENCE) * CADENCE);
        String records = "hmi.sharp_720s_nrt[][" + JSOC_TIME.format(first) + "-" + JSOC_TIME.format(present) + "@96m]";
        return MagneticPatch.read(
                client.get(at(
                        hosts.jsoc(),
                        "cgi-bin/ajax/jsoc_info?op=rs_list&ds=" + escaped(records) + "&key="
                                + escaped(String.join(",", MagneticPatch.KEYWORDS)))),
                present);
    }

    /** Flares since then, of DONKI. */
    public Reading<FlareReport> donki(Instant since, Instant present) {
        return FlareFeeds.donki(
                client.get(at(hosts.donki(), "DONKI/WS/get/FLR?startDate=" + day(since) + "&endDate=" + day(present))),
                present);
    }

    /** Flares since then, of HEK. */
    public Reading<FlareReport> hek(Instant since, Instant present) {
        return FlareFeeds.hek(
                client.get(at(
                        hosts.hek(),
                        "hek/her?cosec=2&cmd=search&type=column&event_type=fl&event_region=all"
                                + "&event_coordsys=helioprojective&x1=-5000&x2=5000&y1=-5000&y2=5000&result_limit=2000"
                                + "&param0=frm_name&op0==&value0=SWPC&event_starttime=" + day(since) + "T00:00:00"
                                + "&event_endtime=" + day(present) + "T23:59:59")),
                present);
    }

    private URI swpc(String path) {
        return at(hosts.swpc(), "json/" + path);
    }

    private static URI at(URI host, String path) {
        String base = host.toString();
        return URI.create(base.endsWith("/") ? base + path : base + "/" + path);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public void close() {
        client.close();
    }
}
