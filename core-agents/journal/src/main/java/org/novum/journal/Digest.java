package org.novum.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256 digest (FIPS 180-4).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) implements Comparable<Digest> {

    // Stands first, because the constants below are checked against it.
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /** What precedes the hexadecimal digits where a digest is written as text. */
    public static final String PREFIX = "sha256:";

    /** What precedes the text of a digest in a payload where it names a blob of the same bundle. */
    public static final String BLOB_PREFIX = "blob:" + PREFIX;

    /** 64 zeros: what the first entry of a chain names as its predecessor. */
    public static final Digest ZERO = new Digest("0".repeat(64));

    private static final int CHUNK_BYTES = 1 << 16;

    /** Refuses anything but 64 lower-case hexadecimal digits. */
    public Digest {
        if (!HEX.matcher(hex).matches()) {
            throw new JournalException("not a SHA-256 digest (64 lower-case hexadecimal digits): " + hex);
        }
    }

    /** The digest of these bytes. */
    public static Digest of(byte[] bytes) {
        return finish(sha256(), bytes);
    }

    /** The digest of a file's bytes, read in chunks so that the file may be larger than memory. */
    public static Digest of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + " to digest it", e);
        }
    }

    /** The digest of everything that is left in the stream, which stays open. */
    public static Digest of(InputStream in) throws IOException {
        MessageDigest sha256 = sha256();
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            sha256.update(chunk, 0, read);
        }
        return finish(sha256, new byte[0]);
    }

    /** Reads {@code sha256:<hex>}, the form of {@link #toString}. */
    public static Digest parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new JournalException("a digest must start with " + PREFIX + " but this is: " + text);
        }
        return new Digest(text.substring(PREFIX.length()));
    }

    /** {@code blob:sha256:<hex>}: a payload text that the verifier follows into the blob store. */
    public String blobReference() {
        return BLOB_PREFIX + hex;
    }

    /** {@code sha256:<hex>}. */
    @Override
    public String toString() {
        return PREFIX + hex;
    }

    @Override
    public int compareTo(Digest other) {
        return hex.compareTo(other.hex);
    }

    private static Digest finish(MessageDigest sha256, byte[] last) {
        return new Digest(HexFormat.of().formatHex(sha256.digest(last)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
