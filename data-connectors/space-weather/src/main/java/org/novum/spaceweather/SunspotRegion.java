package org.novum.spaceweather;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.novum.spaceweather.Irregularity.Kind;

/**
 * A sunspot group of SWPC's {@code json/solar_regions.json}.
 *
 * @param observed UTC day; the values are those of its end, and are issued 30 minutes later, on the next day
 * @param region NOAA number
 * @param position at the end of the day; the feed's negative longitudes are west
 * @param carrington longitude, degrees
 * @param area millionths of a solar hemisphere
 * @param mcIntosh three letters, upper case
 * @param extent in longitude, degrees
 * @param spots number of sunspots
 * @param magnetic Mount Wilson class, for instance BETA-GAMMA
 */
public record SunspotRegion(
        LocalDate observed,
        int region,
        Position position,
        double carrington,
        double area,
        String mcIntosh,
        double extent,
        double spots,
        String magnetic) {
    private static final Map<Character, String> MAGNETIC = Map.of('A', "ALPHA", 'B', "BETA", 'G', "GAMMA", 'D', "DELTA");

    /** The day on which these values are issued, at 00:30 UTC. */
    public LocalDate issued() {
        return observed.plusDays(1);
    }

    private Instant time() {
        return observed.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private record Key(LocalDate observed, int region) {}

    /** Reads the feed; rows without spots (plages) are set aside, and days without any row are named. */
    public static Reading<SunspotRegion> read(JsonNode document, Instant present) {
        TreeSet<LocalDate> listed = new TreeSet<>();
        Reading<SunspotRegion> reading = new Rows<>(
                        "SWPC regions",
                        row -> region(row, listed),
                        (SunspotRegion region) -> new Key(region.observed(), region.region()),
                        SunspotRegion::time)
                .read(document, present);
        List<Irregularity> notes = new ArrayList<>(reading.irregularities());
        // A row from the future is named as such, and is no end of a gap.
        listed.tailSet(present.atZone(ZoneOffset.UTC).toLocalDate(), false).clear();
        for (LocalDate day : listed) {
            LocalDate next = listed.higher(day);
            if (next != null && Duration.between(day.atStartOfDay(), next.atStartOfDay()).toDays() > 1) {
                notes.add(new Irregularity(Kind.GAP, "SWPC regions", "no rows between " + day + " and " + next));
            }
        }
        return new Reading<>(reading.rows(), reading.items(), notes);
    }

    private static Optional<SunspotRegion> region(Row row, TreeSet<LocalDate> listed) {
        Optional<LocalDate> day = row.time("observed_date").map(time -> time.atZone(ZoneOffset.UTC).toLocalDate());
        day.ifPresent(listed::add);
        int number = row.region("region");
        if (number == 0) {
            row.note(Kind.MISSING, "region is missing");
        }
        if (day.isEmpty() || number == 0) {
            return Optional.empty();
        }
        if (row.known("spot_class").isEmpty() && row.known("area").isEmpty() && row.known("number_spots").isEmpty()) {
            row.note(Kind.UNUSED, "region " + number + " has no spots");
            return Optional.empty();
        }
        Optional<String> mcIntosh = row.text("spot_class")
                .map(text -> text.toUpperCase(Locale.ROOT))
                .filter(text -> matches(row, "spot_class", text, "[ABCDEFH][XRSAHK][XOIC]"));
        Optional<String> magnetic =
                row.text("mag_class").filter(text -> matches(row, "mag_class", text, "A|B|G|BG|BD|GD|BGD"));
        Optional<Double> latitude = within(row, "latitude", -90, 90);
        Optional<Double> longitude = within(row, "longitude", -180, 180);
        Optional<Double> carrington = within(row, "carrington_longitude", 0, 360);
        Optional<Double> area = within(row, "area", 0, 100_000);
        Optional<Double> extent = within(row, "extent", 0, 180);
        Optional<Double> spots = within(row, "number_spots", 0, 10_000);
        if (mcIntosh.isEmpty() || magnetic.isEmpty() || latitude.isEmpty() || longitude.isEmpty()
                || carrington.isEmpty() || area.isEmpty() || extent.isEmpty() || spots.isEmpty()) {
            return Optional.empty();
        }
        // Taken from 0, so that the centre is never a negative zero.
        Position position = new Position(latitude.get(), 0 - longitude.get());
        return Optional.of(new SunspotRegion(
                day.get(), number, position, carrington.get(), area.get(), mcIntosh.get(), extent.get(), spots.get(),
                words(magnetic.get())));
    }

    private static boolean matches(Row row, String field, String text, String pattern) {
        boolean fine = text.matches(pattern);
        if (!fine) {
            row.note(Kind.DAMAGED, field + " is " + text + ", no class");
        }
        return fine;
    }

    private static Optional<Double> within(Row row, String field, double least, double greatest) {
        return row.number(field).filter(value -> {
            boolean fine = value >= least && value <= greatest;
            if (!fine) {
                row.note(Kind.DAMAGED, field + " is " + value + ", which cannot be");
            }
            return fine;
        });
    }

    private static String words(String letters) {
        return String.join("-", letters.chars().mapToObj(letter -> MAGNETIC.get((char) letter)).toList());
    }
}
