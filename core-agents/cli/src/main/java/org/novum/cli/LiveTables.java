package org.novum.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.FlareList;
import org.novum.solarflare.input.GroupRows;
import org.novum.solarflare.input.PatchRows;
import org.novum.solarflare.input.UtcTime;
import org.novum.solarflare.live.FlareForecast.Place;
import org.novum.spaceweather.FlareReport;
import org.novum.spaceweather.Irregularities;
import org.novum.spaceweather.Irregularity.Kind;
import org.novum.spaceweather.MagneticPatch;
import org.novum.spaceweather.SunspotRegion;

/** What has arrived, in the tables that the models know. */
final class LiveTables {
    /** From GOES 16 on lists state the true flux; the models know the scale of GOES 8 to 15, 0.7 of it. */
    static final double SCALE = 0.7;

    private static final double C1 = 1e-6;

    /** Patches further from the centre were not in training. */
    private static final double FURTHEST = 70;

    private LiveTables() {}

    /** Flares of class C and greater that have ended; what is smaller is in no list the models were trained on. */
    static FlareList flares(List<FlareReport> reports) {
        List<FlareReport> known = reports.stream()
                .filter(report -> report.end().isPresent() && scaled(report) >= C1)
                .sorted(Comparator.comparing(FlareReport::start).thenComparing(report -> report.end().orElseThrow()))
                .toList();
        return new FlareList(
                known.stream().mapToLong(report -> report.start().getEpochSecond()).toArray(),
                known.stream().mapToLong(report -> report.end().orElseThrow().getEpochSecond()).toArray(),
                known.stream().map(LiveTables::letter).toArray(FlareClass[]::new),
                known.stream().mapToDouble(LiveTables::scaled).toArray(),
                known.stream().mapToLong(FlareReport::region).toArray());
    }

    private static double scaled(FlareReport report) {
        return report.flux() * SCALE;
    }

    private static FlareClass letter(FlareReport report) {
        double flux = scaled(report);
        return flux >= 1e-4 ? FlareClass.X : flux >= 1e-5 ? FlareClass.M : FlareClass.C;
    }

    /** Groups whose values have been issued. */
    static GroupRows groups(List<SunspotRegion> regions, Instant present, Irregularities notes) {
        List<SunspotRegion> issued = regions.stream()
                .filter(region -> {
                    boolean yet = !issue(region.issued()).isAfter(present);
                    if (!yet) {
                        notes.add(Kind.FUTURE, "region " + region.region() + " of " + region.observed(),
                                "is issued on " + region.issued() + " at 00:30");
                    }
                    return yet;
                })
                .sorted(Comparator.comparing(SunspotRegion::observed).thenComparing(SunspotRegion::region))
                .toList();
        return new GroupRows(
                issued.stream().mapToLong(region -> region.issued().toEpochDay()).toArray(),
                issued.stream().mapToLong(SunspotRegion::region).toArray(),
                issued.stream().mapToDouble(SunspotRegion::carrington).toArray(),
                issued.stream().mapToDouble(SunspotRegion::area).toArray(),
                issued.stream().map(SunspotRegion::mcIntosh).toArray(String[]::new),
                issued.stream().mapToDouble(SunspotRegion::extent).toArray(),
                issued.stream().mapToDouble(region -> region.position().latitude()).toArray(),
                issued.stream().mapToDouble(region -> region.position().longitude()).toArray(),
                issued.stream().mapToDouble(SunspotRegion::spots).toArray(),
                issued.stream().map(SunspotRegion::magnetic).toArray(String[]::new));
    }

    private static Instant issue(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).plusMinutes(30).toInstant();
    }

    /** Patches near enough to the centre. */
    static List<MagneticPatch> near(List<MagneticPatch> patches, Irregularities notes) {
        return patches.stream()
                .filter(patch -> {
                    boolean near = Math.abs(patch.position().longitude()) <= FURTHEST;
                    if (!near) {
                        notes.add(Kind.UNUSED, "patch " + patch.patch() + " at " + patch.time(),
                                "is more than 70 degrees from the centre");
                    }
                    return near;
                })
                .toList();
    }

    /** Rows of patches, each with the flares of its regions in the 24 hours before. */
    static PatchRows patches(List<MagneticPatch> patches, List<FlareReport> flares) {
        return new PatchRows(
                Stream.generate(() -> "HARP").limit(patches.size()).toArray(String[]::new),
                patches.stream().map(patch -> Integer.toString(patch.patch())).toArray(String[]::new),
                patches.stream().map(patch -> patch.time().toString()).toArray(String[]::new),
                patches.stream().mapToLong(patch -> 2L * patch.patch() + 1).toArray(),
                patches.stream().mapToLong(patch -> patch.time().getEpochSecond()).toArray(),
                patches.stream().mapToDouble(patch -> flareIndex(patch, flares)).toArray(),
                patches.stream().mapToDouble(MagneticPatch::area).toArray(),
                patches.stream().mapToDouble(MagneticPatch::flux).toArray(),
                patches.stream().mapToDouble(MagneticPatch::gradient).toArray(),
                patches.stream().mapToDouble(MagneticPatch::rValue).toArray());
    }

    /** 100 X + 10 M + C + 0.1 B of the flares that started within 24 hours and have ended: the sum of fluxes in C1. */
    private static double flareIndex(MagneticPatch patch, List<FlareReport> flares) {
        Instant from = patch.time().minusSeconds(UtcTime.DAY);
        return flares.stream()
                .filter(flare -> patch.regions().contains(flare.region()))
                .filter(flare -> !flare.start().isBefore(from))
                .filter(flare -> flare.end().isPresent() && flare.end().get().isBefore(patch.time()))
                .mapToDouble(flare -> scaled(flare) / C1)
                .sum();
    }

    static Place.Region place(MagneticPatch patch) {
        return new Place.Region(
                patch.patch(), patch.regions(), patch.position().latitude(), patch.position().longitude());
    }
}
