package org.novum.solarflare.disk;

import org.novum.solarflare.input.UtcTime;

/** UTC days and the issue times of their forecasts. */
final class Days {
    /** How many days are forecast; day 1 is the UTC day of the issue. */
    static final int AHEAD = 3;

    private static final long ISSUE = 30 * 60;

    private Days() {}

    static long of(long seconds) {
        return UtcTime.day(seconds);
    }

    /** Issue time of a day's forecast, 00:30 UTC, in seconds since 1970. */
    static long issue(long day) {
        return day * UtcTime.DAY + ISSUE;
    }
}
