package org.novum.tabular;

import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/** Writes a table as comma-separated values, quoted after RFC 4180, as UTF-8. */
public final class CsvWriter implements AutoCloseable {
    /** Opens a file for a table with this header; nothing is seen under its name until {@link #close()}. */
    public static CsvWriter to(Path file, List<String> header) {
        throw new UnsupportedOperationException("being written");
    }

    /** Writes a table with this header to a stream of characters, which closing closes. */
    public static CsvWriter to(Writer out, List<String> header) {
        throw new UnsupportedOperationException("being written");
    }

    /** Writes one row: {@code String}, {@code Long}, {@code Integer}, {@code Double} or null for a missing value. */
    public void row(List<?> values) {
        throw new UnsupportedOperationException("being written");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("being written");
    }
}
