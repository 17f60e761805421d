package org.novum.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.novum.spaceweather.FlareReport;
import org.novum.spaceweather.Irregularities;
import org.novum.spaceweather.Irregularity.Kind;

/** One list of flares from the reports of several sources. */
final class FlareMerge {
    /** Two flares of the whole Sun that peak closer together are one: the list of GOES cannot tell them apart. */
    private static final Duration SAME = Duration.ofMinutes(5);

    private FlareMerge() {}

    /**
     * Merges reports; class and times are those of the first source, in the order of {@link FlareReport.Source}, and the
     * region and end are the first that any of them states.
     */
    static List<FlareReport> of(List<FlareReport> reports, Irregularities notes) {
        List<FlareReport> merged = new ArrayList<>();
        List<FlareReport> ordered = new ArrayList<>(reports);
        ordered.sort(Comparator.comparing(FlareReport::source).thenComparing(FlareReport::start));
        for (FlareReport report : ordered) {
            Optional<FlareReport> same = merged.stream()
                    .filter(other -> other.source() != report.source())
                    .filter(other -> Duration.between(other.greatest(), report.greatest()).abs().compareTo(SAME) <= 0)
                    .findFirst();
            if (same.isEmpty()) {
                merged.add(report);
                continue;
            }
            FlareReport first = same.get();
            if (!first.goesClass().equals(report.goesClass())) {
                notes.add(Kind.REVISED, "flare of " + first.start(), report.source() + " says " + report.goesClass() + ", "
                        + first.source() + " says " + first.goesClass() + ", which is used");
            }
            merged.set(merged.indexOf(first), together(first, report));
        }
        merged.sort(Comparator.comparing(FlareReport::start).thenComparing(FlareReport::greatest));
        return merged;
    }

    private static FlareReport together(FlareReport first, FlareReport other) {
        return new FlareReport(
                first.source(),
                first.start(),
                first.peak().or(other::peak),
                first.end().or(other::end),
                first.goesClass(),
                first.region() > 0 ? first.region() : other.region(),
                first.position().or(other::position));
    }
}
