package org.novum.solarflare.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.novum.solarflare.input.FlareClass;

/**
 * One forecast: whether a flare of a class or greater starts within a window.
 *
 * @param place where
 * @param least class, on the scale of GOES 8 to 15
 * @param probability 0 to 1
 * @param threshold from which it is an alarm
 * @param window when
 */
public record FlareForecast(Place place, FlareClass least, double probability, double threshold, Window window) {
    /** Where flares are expected. */
    public sealed interface Place {
        /**
         * A magnetic patch.
         *
         * @param patch number, 0 for a sunspot group that is no patch
         * @param regions NOAA numbers
         * @param latitude degrees, north positive
         * @param longitude degrees from the central meridian, west positive
         */
        record Region(int patch, List<Integer> regions, double latitude, double longitude) implements Place {
            /** Copies the list. */
            public Region {
                regions = List.copyOf(regions);
            }
        }

        /**
         * The whole disk.
         *
         * @param leading the sunspot group of the greatest rate of M flares, if there is a group
         */
        record Disk(Optional<Region> leading) implements Place {}
    }

    /**
     * What was known, and what is forecast; UTC.
     *
     * @param known nothing later went into the forecast
     * @param from start of the time that is forecast
     * @param until its end
     */
    public record Window(Instant known, Instant from, Instant until) {}

    /** True if the probability reaches the threshold. */
    public boolean alarm() {
        return probability >= threshold;
    }
}
