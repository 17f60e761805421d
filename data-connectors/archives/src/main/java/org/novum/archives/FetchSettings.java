package org.novum.archives;

import java.time.Duration;

/**
 * How patient a fetch is.
 *
 * @param connect how long to wait for a connection and for an answer's headers
 * @param stall how long to wait for the next bytes
 * @param firstPause before the second attempt; doubled for each further one
 * @param longestPause that is waited, whatever a server asks for; a server that asks for more is given up
 * @param attempts that may fail one after the other without a new byte
 * @param largest bytes of a file whose size neither catalogue nor server states
 */
public record FetchSettings(
        Duration connect, Duration stall, Duration firstPause, Duration longestPause, int attempts, long largest) {
    /** For poor networks: six attempts within about a minute, each resuming where the last one broke off. */
    public static final FetchSettings USUAL = new FetchSettings(
            Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(120), 6, 4L << 30);
}
