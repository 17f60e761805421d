package org.novum.api.data;

/** What a connector can do; the contract tests try each one that its card lists, and that the others fail clearly. */
public enum Capability {
    /** Reads gzip-compressed sources. */
    GZIP,
    /** Reads sources compressed by Zstandard. */
    ZSTD,
    /** Expands globs into several parts. */
    GLOB,
    /** Reads only the columns asked for. */
    PROJECTION,
    /** Renames columns and converts units as the source says. */
    COLUMN_MAPPING,
    /** Keeps only the rows that a source selects. */
    ROW_SELECTION,
    /** Fetches from the network or a mirror. */
    FETCH,
    /** Reads a folder with all below it, or the files of a glob, as the rows of one part. */
    FOLDER,
    /** Gives a row with the reason, in a text column {@code problem}, for what cannot be read, and goes on. */
    PROBLEM_ROWS
}
