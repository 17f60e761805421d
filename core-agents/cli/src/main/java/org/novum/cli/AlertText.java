package org.novum.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.live.FlareAlert;
import org.novum.solarflare.live.FlareForecast;
import org.novum.solarflare.live.FlareForecast.Place;
import org.novum.spaceweather.Irregularity;
import org.novum.spaceweather.OfficeProbabilities;
import org.novum.spaceweather.Position;
import org.novum.spaceweather.XrayFlux;

/** Alerts for programs, forecasts for people. */
final class AlertText {
    private AlertText() {}

    /** One line of JSON. */
    static String json(FlareAlert alert) {
        FlareForecast forecast = alert.forecast();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("event", "FlareAlert").put("issued", alert.issued().toString());
        switch (forecast.place()) {
            case Place.Region region -> {
                node.put("scope", "region").put("patch", region.patch());
                place(region, node);
            }
            case Place.Disk disk -> {
                node.put("scope", "full-disk");
                disk.leading().ifPresent(region -> place(region, node.putObject("leading")));
            }
        }
        node.put("class", forecast.least().name());
        // The models' classes are 0.7 of the true flux.
        node.put("peakFluxFrom", edge(forecast.least()) / LiveTables.SCALE);
        node.put("probability", forecast.probability()).put("threshold", forecast.threshold());
        node.put("known", forecast.window().known().toString());
        node.put("from", forecast.window().from().toString()).put("until", forecast.window().until().toString());
        node.put("lead", alert.lead().toString()).put("remaining", alert.remaining().toString());
        return node.toString();
    }

    /** One line of JSON. */
    static String json(Irregularity odd) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", odd.kind().name())
                .put("place", odd.place())
                .put("what", odd.what())
                .toString();
    }

    private static void place(Place.Region region, ObjectNode node) {
        region.regions().forEach(node.putArray("regions")::add);
        node.put("latitude", region.latitude()).put("longitude", region.longitude());
    }

    private static double edge(FlareClass least) {
        return FlareClass.parse(least.name()).orElseThrow().flux();
    }

    /** A table with one line per forecast. */
    static String table(List<FlareForecast> forecasts) {
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, "%-28s %-6s %11s  %-5s  %-17s  %-17s%n", "where", "class", "probability", "alarm", "from", "until"));
        for (FlareForecast forecast : forecasts) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-28s %-6s %10.1f%%  %-5s  %-17s  %-17s%n",
                    where(forecast.place()),
                    forecast.least() + "+",
                    100 * forecast.probability(),
                    forecast.alarm() ? "ALARM" : "",
                    minute(forecast.window().from()),
                    minute(forecast.window().until())));
        }
        return table.toString();
    }

    /** SWPC's own forecast, on today's scale of classes. */
    static String office(OfficeProbabilities office) {
        return "SWPC says, of " + office.date() + ", for three days: M " + percent(office.m()) + ", X " + percent(office.x());
    }

    private static String percent(List<Double> shares) {
        return shares.stream()
                .map(share -> String.format(Locale.ROOT, "%.0f%%", 100 * share))
                .collect(Collectors.joining(" "));
    }

    /** The present flux. */
    static String xrays(XrayFlux now) {
        return String.format(Locale.ROOT, "X-rays of %s: %.2e W/m2", minute(now.time()), now.flux());
    }

    private static String minute(Instant instant) {
        return instant.toString().substring(0, 16) + "Z";
    }

    private static String where(Place place) {
        return switch (place) {
            case Place.Disk _ -> "disk";
            case Place.Region region -> "patch " + region.patch() + " " + new Position(
                            region.latitude(), region.longitude())
                    + region.regions().stream().map(number -> " " + number).collect(Collectors.joining());
        };
    }
}
