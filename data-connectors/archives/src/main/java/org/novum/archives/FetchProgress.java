package org.novum.archives;

import java.time.Duration;

/** Hears how far a fetch is. */
@FunctionalInterface
public interface FetchProgress {
    /** Hears nothing. */
    FetchProgress SILENT = (dataset, bytes, total) -> {};

    /**
     * Called now and then, from the fetching thread.
     *
     * @param dataset its name
     * @param bytes that arrived so far
     * @param total bytes expected, or -1 where the server does not say
     */
    void at(String dataset, long bytes, long total);

    /** A host is asked and has not answered yet; called from the fetching thread. */
    default void asks(String dataset, String host) {}

    /** The host answered, or no answer is to be had; called after {@link #asks}. */
    default void answered(String dataset) {}

    /**
     * An attempt failed, and another one follows.
     *
     * @param reason why it failed
     * @param pause until then
     */
    default void waits(String dataset, String reason, Duration pause) {}
}
