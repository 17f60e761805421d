package org.novum.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.GroupRows;
import org.novum.solarflare.live.FlareForecast;
import org.novum.solarflare.live.LiveForecast;
import org.novum.spaceweather.Arrivals;
import org.novum.spaceweather.FeedException;
import org.novum.spaceweather.FlareReport;
import org.novum.spaceweather.Irregularities;
import org.novum.spaceweather.Irregularity;
import org.novum.spaceweather.Irregularity.Kind;
import org.novum.spaceweather.MagneticPatch;
import org.novum.spaceweather.OfficeProbabilities;
import org.novum.spaceweather.Reading;
import org.novum.spaceweather.SpaceWeather;
import org.novum.spaceweather.SunspotRegion;
import org.novum.spaceweather.XrayFlux;

/** Polls the feeds, keeps what has arrived, and forecasts what is new. A feed that fails takes no other one with it. */
final class FlareWatch {
    /** The longest memory of the models. */
    private static final Duration MEMORY = Duration.ofDays(28);

    private final SpaceWeather weather;
    private final Map<FlareClass, Double> thresholds;
    private final LiveForecast models = new LiveForecast();
    private final Map<FlareReport.Source, Arrivals<FlareReport>> flares = new EnumMap<>(FlareReport.Source.class);
    private final Arrivals<SunspotRegion> regions = new Arrivals<>(
            "regions", RegionKey::of, region -> region.observed().atStartOfDay(ZoneOffset.UTC).toInstant());
    private final Arrivals<MagneticPatch> patches = new Arrivals<>("patches", PatchKey::of, MagneticPatch::time);
    private final Arrivals<OfficeProbabilities> office = new Arrivals<>(
            "SWPC probabilities", OfficeProbabilities::date, own -> own.date().atStartOfDay(ZoneOffset.UTC).toInstant());
    private final Arrivals<XrayFlux> xrays = new Arrivals<>("X-rays", XrayKey::of, XrayFlux::time);
    private final Set<Object> issued = new HashSet<>();
    private Set<Irregularity> told = Set.of();

    /** @param thresholds of alarms of the disk */
    FlareWatch(SpaceWeather weather, Map<FlareClass, Double> thresholds) {
        this.weather = weather;
        this.thresholds = thresholds;
        for (FlareReport.Source source : FlareReport.Source.values()) {
            flares.put(source, new Arrivals<>(source + " flares", FlareReport::start, FlareReport::start));
        }
    }

    private record RegionKey(LocalDate observed, int region) {
        static RegionKey of(SunspotRegion region) {
            return new RegionKey(region.observed(), region.region());
        }
    }

    private record PatchKey(int patch, Instant time) {
        static PatchKey of(MagneticPatch patch) {
            return new PatchKey(patch.patch(), patch.time());
        }
    }

    private record XrayKey(Instant time, String band) {
        static XrayKey of(XrayFlux flux) {
            return new XrayKey(flux.time(), flux.band());
        }
    }

    /**
     * What a poll brought.
     *
     * @param now the newest X-ray flux from 0.1 to 0.8 nm, if there is any
     * @param office SWPC's newest forecast, to be read beside these, if there is any
     * @param forecasts of what had not been forecast before
     * @param odd irregularities that the poll before did not have
     */
    record Poll(
            List<FlareForecast> forecasts,
            Optional<XrayFlux> now,
            Optional<OfficeProbabilities> office,
            List<Irregularity> odd) {}

    /** Asks all feeds once. */
    Poll poll(Instant present) {
        Irregularities notes = new Irregularities();
        Instant oldest = present.minus(MEMORY);
        take(notes, "SWPC events", () -> weather.events(present), flares(FlareReport.Source.SWPC_EVENTS));
        take(notes, "SWPC flares", () -> weather.flares(present), flares(FlareReport.Source.SWPC_FLARES));
        boolean donki = take(
                notes, "DONKI", () -> weather.donki(oldest, present), flares(FlareReport.Source.DONKI));
        boolean hek = take(notes, "HEK", () -> weather.hek(oldest, present), flares(FlareReport.Source.HEK));
        take(notes, "SWPC regions", () -> weather.regions(present), regions);
        take(notes, "JSOC SHARP", () -> weather.patches(since(oldest), present), patches);
        take(notes, "SWPC probabilities", () -> weather.probabilities(present), office);
        take(notes, "SWPC X-rays", () -> weather.xrays(present), xrays);
        office.forgetBefore(oldest);
        xrays.forgetBefore(present.minus(Duration.ofHours(12)));
        regions.forgetBefore(oldest.minus(MEMORY));
        flares.values().forEach(source -> source.forgetBefore(oldest.minus(MEMORY)));
        patches.forgetBefore(oldest);
        List<FlareForecast> forecasts = List.of();
        if (donki || hek) {
            forecasts = forecasts(present, notes);
        } else {
            // SWPC's own lists reach back a week and name few regions: forecasts from them would be of less activity.
            notes.add(Kind.GAP, "flares", "neither DONKI nor HEK tells those of four weeks, so nothing is forecast");
        }
        List<Irregularity> odd = notes.all().stream().filter(one -> !told.contains(one)).toList();
        told = new HashSet<>(notes.all());
        return new Poll(
                forecasts.stream().filter(forecast -> issued.add(key(forecast))).toList(),
                xrays.all().stream().filter(flux -> flux.band().equals("0.1-0.8nm")).reduce((_, last) -> last),
                office.all().stream().reduce((_, last) -> last),
                odd);
    }

    /** The first poll asks for all that the models remember, later ones for what may be new or late. */
    private Instant since(Instant oldest) {
        Instant newest = patches.newest();
        return newest.isBefore(oldest) ? oldest : newest.minus(Duration.ofDays(1));
    }

    private Arrivals<FlareReport> flares(FlareReport.Source source) {
        return Objects.requireNonNull(flares.get(source));
    }

    /** True if the feed could be had. */
    private static <T> boolean take(
            Irregularities notes, String name, Supplier<Reading<T>> feed, Arrivals<T> arrivals) {
        try {
            Reading<T> reading = feed.get();
            notes.addAll(reading.irregularities());
            notes.addAll(arrivals.take(reading.items()));
            return true;
        } catch (FeedException failed) {
            notes.add(Kind.UNAVAILABLE, name, String.valueOf(failed.getMessage()));
            return false;
        }
    }

    private List<FlareForecast> forecasts(Instant present, Irregularities notes) {
        List<FlareReport> merged = FlareMerge.of(flares.values().stream().flatMap(source -> source.all().stream()).toList(), notes);
        List<FlareForecast> all = new ArrayList<>();
        GroupRows groups = LiveTables.groups(regions.all(), present, notes);
        LocalDate today = present.minus(Duration.ofMinutes(30)).atZone(ZoneOffset.UTC).toLocalDate();
        if (groups.size() > 0 && groups.day()[groups.size() - 1] == today.toEpochDay()) {
            all.addAll(models.disk(groups, LiveTables.flares(merged), thresholds));
        } else {
            notes.add(Kind.GAP, "regions of " + today,
                    "no sunspot group is listed, so the disk is not forecast; a late summary and a spotless Sun look alike");
        }
        List<MagneticPatch> near = LiveTables.near(patches.all(), notes);
        if (near.isEmpty()) {
            notes.add(Kind.GAP, "patches", "there is none, so no region is forecast");
        } else {
            all.addAll(models.regions(
                    LiveTables.patches(near, merged), near.stream().map(LiveTables::place).toList()));
        }
        return all.stream().filter(forecast -> forecast.window().until().isAfter(present)).toList();
    }

    /** A forecast is issued once for what was known; what comes late goes into the next one. */
    private static Object key(FlareForecast forecast) {
        int patch = switch (forecast.place()) {
            case FlareForecast.Place.Region region -> region.patch();
            case FlareForecast.Place.Disk _ -> 0;
        };
        return List.of(patch, forecast.least(), forecast.window());
    }
}
