package org.novum.tabular;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/**
 * Writes a table as comma-separated values in UTF-8, quoted after RFC 4180; lines end with a line feed.
 *
 * <p>Numbers are written so that reading gives the same bits. A null or a NaN is a missing value and becomes an empty
 * field. A table for a file is written beside it and takes its name when it is complete and closed; if a row could not be
 * written, closing leaves nothing behind.
 */
public final class CsvWriter implements AutoCloseable {
    private final Writer out;
    private final String label;
    private final int columns;
    private final @Nullable Path unfinished;
    private final @Nullable Path file;
    private boolean failed;
    private boolean closed;

    private CsvWriter(Writer out, String label, int columns, @Nullable Path unfinished, @Nullable Path file) {
        this.out = out;
        this.label = label;
        this.columns = columns;
        this.unfinished = unfinished;
        this.file = file;
    }

    /**
     * Opens a file for a table with this header; nothing is seen under its name until {@link #close()}.
     *
     * @throws NovumException if the folder cannot be written
     */
    public static CsvWriter to(Path file, List<String> header) {
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Writer out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8);
            CsvWriter writer = new CsvWriter(out, file.toString(), header.size(), unfinished, file);
            writer.row(header);
            return writer;
        } catch (IOException e) {
            throw unwritable(file.toString(), e);
        }
    }

    /** Writes a table with this header to a stream of characters, which closing closes. */
    public static CsvWriter to(Writer out, List<String> header) {
        CsvWriter writer = new CsvWriter(new BufferedWriter(out), "the table", header.size(), null, null);
        writer.row(header);
        return writer;
    }

    /**
     * Writes one row.
     *
     * @param values as many as the header has: {@code String}, {@code Long}, {@code Integer}, {@code Double} or null
     * @throws IllegalArgumentException if their number or a type is another
     * @throws NovumException if the disk does not take them
     */
    public void row(List<?> values) {
        if (values.size() != columns) {
            failed = true;
            throw new IllegalArgumentException(
                    label + " has " + columns + " columns, and this row " + values.size() + " values");
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            line.append(i == 0 ? "" : ",").append(field(values.get(i)));
        }
        if (columns == 1 && line.isEmpty()) {
            line.append("\"\""); // a blank line would be no row
        }
        try {
            out.append(line).append('\n');
        } catch (IOException e) {
            failed = true;
            throw unwritable(label, e);
        }
    }

    private String field(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> quoted(text);
            case Long number -> number.toString();
            case Integer number -> number.toString();
            case Double number -> number.isNaN() ? "" : number.toString();
            default -> {
                failed = true;
                throw new IllegalArgumentException(
                        label + " takes text and numbers, not " + value.getClass().getName());
            }
        };
    }

    private static String quoted(String text) {
        boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c == '\t')
                || !text.equals(text.strip())
                || text.startsWith("#");
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /**
     * Completes the table.
     *
     * @throws NovumException if the disk does not take it
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            try (out) {
                out.flush();
            }
            if (unfinished != null && file != null) {
                if (failed) {
                    Files.deleteIfExists(unfinished);
                } else {
                    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            throw unwritable(label, e);
        }
    }

    private static NovumException unwritable(String label, IOException cause) {
        return new NovumException(
                ExitCode.CANNOT_WRITE,
                label + ": it cannot be written (" + cause.getMessage()
                        + "); check that the folder may be written and the disk has space",
                cause);
    }
}
