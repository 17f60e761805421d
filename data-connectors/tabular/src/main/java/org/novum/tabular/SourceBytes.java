package org.novum.tabular;

import java.io.InputStream;
import java.nio.file.Path;

/** The decompressed bytes of a file: plain, or gzip by its first two bytes whatever its ending. */
public final class SourceBytes {
    private SourceBytes() {}

    /**
     * Opens the file's decompressed bytes.
     *
     * @throws org.novum.api.NovumException if the file is not there or cannot be opened
     */
    public static InputStream open(Path file) {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * Digests the file's decompressed bytes.
     *
     * @throws org.novum.api.data.DataException if the file is a broken gzip file
     */
    public static ContentDigest digest(Path file) {
        throw new UnsupportedOperationException("being written");
    }
}
