package org.novum.fits.spectrum;

import java.nio.file.Path;

/** Whole files, for connectors of other formats that read them the same way. */
public final class SpectrumFiles {
    private SpectrumFiles() {}

    /**
     * The bytes of a file, decompressed where they are gzip.
     *
     * @throws SpectrumException if it cannot be read, is cut off or is too large
     */
    public static byte[] read(Path path) {
        return FileContent.read(path);
    }

    /** The SHA-256 of bytes. */
    public static byte[] sha256(byte[] content) {
        return FileScan.digest().digest(content);
    }
}
