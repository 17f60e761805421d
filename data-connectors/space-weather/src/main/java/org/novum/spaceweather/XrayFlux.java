package org.novum.spaceweather;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.novum.spaceweather.Irregularity.Kind;

/**
 * A minute of the Sun's soft X-rays, {@code json/goes/primary/xrays-6-hour.json}.
 *
 * @param time UTC
 * @param satellite number of the GOES
 * @param band for instance {@code 0.1-0.8nm}
 * @param flux W/m2
 */
public record XrayFlux(Instant time, int satellite, String band, double flux) {
    private static final Duration CADENCE = Duration.ofMinutes(1);

    private record Key(Instant time, String band) {}

    /** Reads the feed; minutes that are not there are named. */
    public static Reading<XrayFlux> read(JsonNode document, Instant present) {
        Reading<XrayFlux> reading = new Rows<>(
                        "SWPC X-rays", XrayFlux::row, (XrayFlux item) -> new Key(item.time(), item.band()), XrayFlux::time)
                .read(document, present);
        List<Irregularity> notes = new ArrayList<>(reading.irregularities());
        Map<String, Instant> last = new TreeMap<>();
        for (XrayFlux item : reading.items()) {
            Instant before = last.put(item.band(), item.time());
            if (before != null && Duration.between(before, item.time()).compareTo(CADENCE) > 0) {
                notes.add(new Irregularity(
                        Kind.GAP, "SWPC X-rays, " + item.band(), "nothing between " + before + " and " + item.time()));
            }
        }
        return new Reading<>(reading.rows(), reading.items(), notes);
    }

    private static Optional<XrayFlux> row(Row row) {
        Optional<Instant> time = row.time("time_tag");
        Optional<Double> satellite = row.number("satellite");
        Optional<String> band = row.text("energy");
        Optional<Double> flux = row.number("flux").filter(value -> {
            if (value <= 0) {
                row.note(Kind.DAMAGED, "flux is " + value + ", which the detector states where it measured nothing");
            }
            return value > 0;
        });
        return time.isPresent() && satellite.isPresent() && band.isPresent() && flux.isPresent()
                ? Optional.of(new XrayFlux(time.get(), satellite.get().intValue(), band.get(), flux.get()))
                : Optional.empty();
    }
}
