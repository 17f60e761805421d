package org.novum.fits.spectrum;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of files, decompressed where they are gzip, whatever the file is called. */
final class FileContent {
    /** More does not fit into an array that can be read in parts. */
    private static final int MOST = 1_500_000_000;

    /** What a file may always grow to, in bytes; and how many times its size beyond that. */
    private static final long USUAL_GROWTH = 1L << 26;

    private static final long MOST_TIMES = 200;

    private static final int BUFFER = 1 << 16;

    private FileContent() {}

    /**
     * The version of a file: it is the same as long as its size and the time of its last change are.
     *
     * @param size in bytes
     * @param changed milliseconds since 1970
     */
    record Version(long size, long changed) {
        private static final Version GONE = new Version(-1, -1);

        static Version of(Path path) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                return new Version(attributes.size(), attributes.lastModifiedTime().toMillis());
            } catch (IOException _) {
                return GONE; // reading it says why
            }
        }
    }

    /**
     * Reads a whole file.
     *
     * @throws SpectrumException if it cannot be read, is cut off or is too large
     */
    static byte[] read(Path path) {
        byte[] stored;
        try {
            if (Files.size(path) > MOST) {
                throw new SpectrumException("too large: more than " + MOST + " bytes; split the file");
            }
            stored = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new SpectrumException("the file is not there any more", e);
        } catch (IOException e) {
            throw new SpectrumException("the file cannot be read; check that it may be", e);
        }
        return isGzip(stored) ? decompressed(stored) : stored;
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
    }

    private static byte[] decompressed(byte[] stored) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(stored), BUFFER)) {
            int most = (int) Math.min(MOST, Math.max(USUAL_GROWTH, MOST_TIMES * stored.length));
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new SpectrumException("too large: more than " + most + " bytes decompressed; decompress or split the file");
            }
            return bytes;
        } catch (EOFException e) {
            throw new SpectrumException("truncated: the gzip stream is cut off", e);
        } catch (ZipException e) {
            throw new SpectrumException("damaged: the gzip stream is broken (" + e.getMessage() + ")", e);
        } catch (IOException e) {
            throw new SpectrumException("damaged: the gzip stream cannot be read", e);
        }
    }
}
