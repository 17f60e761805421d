package org.novum.tabular;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** The decompressed bytes of a file: plain, or gzip or Zstandard by its first bytes whatever its ending. */
public final class SourceBytes {
    private static final int BUFFER = 1 << 16;

    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};

    private SourceBytes() {}

    private static boolean startsWith(byte[] start, byte[] mark) {
        return start.length >= mark.length && Arrays.equals(start, 0, mark.length, mark, 0, mark.length);
    }

    /** Whether a file is compressed by gzip or Zstandard, by its first bytes. */
    public static boolean isCompressed(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(ZSTD.length);
            return startsWith(start, GZIP) || startsWith(start, ZSTD);
        }
    }

    /**
     * Opens the file's decompressed bytes.
     *
     * @throws NovumException if the file is not there or cannot be opened
     * @throws org.novum.api.data.DataException while reading, if it is a broken compressed file
     */
    public static InputStream open(Path file) {
        return open(file, file.toString());
    }

    /** The same for a file that messages call by another name. */
    static InputStream open(Path file, String label) {
        try {
            return decompressed(Files.newInputStream(file), label);
        } catch (IOException e) {
            throw unreadable(label, e);
        }
    }

    /**
     * All decompressed bytes of a small file; what grows beyond a bound is not read on.
     *
     * @param most bytes that there may be
     * @throws NovumException if the file is not there or cannot be read
     * @throws org.novum.api.data.DataException if it is larger, or a broken compressed file
     */
    public static byte[] whole(Path file, int most) {
        try (InputStream in = open(file)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new org.novum.api.data.DataException(
                        file.toString(),
                        "it has more than " + (most >> 20) + " MiB of text, the most that is read of such a file",
                        "split it, or write it as CSV or Parquet, which are read piece by piece");
            }
            return content;
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /**
     * The decompressed bytes of a stream: gzip or Zstandard by its first bytes, otherwise as they are.
     *
     * @param in closed with the stream that is returned, or at once if that cannot be made
     * @param label what messages call the source
     */
    public static InputStream decompressed(InputStream in, String label) throws IOException {
        try {
            byte[] start = in.readNBytes(ZSTD.length);
            InputStream whole = new SequenceInputStream(new java.io.ByteArrayInputStream(start), in);
            if (startsWith(start, GZIP)) {
                return new GzipStream(new BufferedInputStream(whole, BUFFER), label);
            }
            return startsWith(start, ZSTD) ? new ZstdStream(whole, label) : whole;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Digests the file's decompressed bytes.
     *
     * @throws org.novum.api.data.DataException if the file is a broken compressed file
     * @throws NovumException if the file is not there or cannot be read
     */
    public static ContentDigest digest(Path file) {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (InputStream in = open(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                bytes += count;
            }
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
        return new ContentDigest(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    static NovumException unreadable(String label, IOException cause) {
        String problem =
                switch (cause) {
                    case NoSuchFileException _ -> "there is no such file; check the path";
                    case AccessDeniedException _ -> "reading it is not permitted; change its permissions";
                    default -> "it cannot be read (" + cause.getMessage() + "); check the path and the disk";
                };
        return new NovumException(ExitCode.NO_INPUT, label + ": " + problem, cause);
    }
}
