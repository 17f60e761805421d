package org.novum.spaceweather;

import java.time.Instant;
import java.util.Optional;

/**
 * A flare as one source reports it.
 *
 * @param source that reports it
 * @param start UTC
 * @param peak UTC, if stated
 * @param end UTC; none while it is under way
 * @param goesClass for instance {@code M2.5}, on the scale of its satellite
 * @param region NOAA number, 0 where none was identified
 * @param position if stated
 */
public record FlareReport(
        Source source,
        Instant start,
        Optional<Instant> peak,
        Optional<Instant> end,
        String goesClass,
        int region,
        Optional<Position> position) {
    /** Where reports come from; an earlier one's class and times stand against a later one's. */
    public enum Source {
        /** SWPC's edited list of events. */
        SWPC_EVENTS,
        /** SWPC's automatic list; it names no regions. */
        SWPC_FLARES,
        /** CCMC's DONKI. */
        DONKI,
        /** The Heliophysics Event Knowledgebase's copy of SWPC's list. */
        HEK
    }

    /** When it was greatest; its start where that is not stated. */
    public Instant greatest() {
        return peak.orElse(start);
    }

    /** Peak flux from 1 to 8 Angstrom on the scale of its satellite, W/m2. */
    public double flux() {
        double edge = switch (goesClass.charAt(0)) {
            case 'A' -> 1e-8;
            case 'B' -> 1e-7;
            case 'C' -> 1e-6;
            case 'M' -> 1e-5;
            default -> 1e-4;
        };
        return edge * Double.parseDouble(goesClass.substring(1));
    }
}
