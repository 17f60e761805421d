package org.novum.solarflare.live;

import java.time.Duration;
import java.time.Instant;

/**
 * An alarm as it is published.
 *
 * @param forecast that raised it
 * @param issued when it was published, UTC
 */
public record FlareAlert(FlareForecast forecast, Instant issued) {
    /** Time left until the window begins; zero once it has begun. */
    public Duration lead() {
        return left(forecast.window().from());
    }

    /** Time left until the window ends. */
    public Duration remaining() {
        return left(forecast.window().until());
    }

    private Duration left(Instant until) {
        return issued.isBefore(until) ? Duration.between(issued, until) : Duration.ZERO;
    }
}
