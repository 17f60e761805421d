package org.novum.archives;

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
}
