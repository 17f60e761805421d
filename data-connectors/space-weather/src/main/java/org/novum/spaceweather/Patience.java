package org.novum.spaceweather;

import java.time.Duration;

/**
 * How long a feed is tried.
 *
 * @param timeout for a connection, and for a whole answer
 * @param firstPause before the second attempt; doubled for each further one
 * @param longestPause between two attempts; a server that asks for more is given up until the next poll
 * @param attempts in all
 */
public record Patience(Duration timeout, Duration firstPause, Duration longestPause, int attempts) {
    /** Four attempts within about half a minute. */
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofSeconds(15), 4);

    /** The pause after so many failures. */
    Duration pause(int failures) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(20, Math.max(0, failures - 1)));
        return doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
    }
}
