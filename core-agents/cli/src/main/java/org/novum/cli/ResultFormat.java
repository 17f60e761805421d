package org.novum.cli;

import java.util.Locale;

/** How a result is written; the ending of the file says it. */
enum ResultFormat {
    /** Comma-separated values. */
    CSV,
    /** Arrow IPC file. */
    ARROW,
    /** Parquet. */
    PARQUET,
    /** VOTable. */
    VOTABLE,
    /** A page to look at. */
    HTML,
    /** JSON, also for every other ending. */
    JSON;

    static ResultFormat of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv")) {
            return CSV;
        }
        if (lower.endsWith(".arrow") || lower.endsWith(".feather")) {
            return ARROW;
        }
        if (lower.endsWith(".parquet")) {
            return PARQUET;
        }
        if (lower.endsWith(".html") || lower.endsWith(".htm")) {
            return HTML;
        }
        return lower.endsWith(".vot") || lower.endsWith(".votable") || lower.endsWith(".xml") ? VOTABLE : JSON;
    }
}
