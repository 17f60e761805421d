package org.novum.archives;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/** A small dataset and its catalogue entry. */
final class Samples {
    static final byte[] CONTENT = content();

    private Samples() {}

    private static byte[] content() {
        SplittableRandom random = new SplittableRandom(11);
        StringBuilder text = new StringBuilder("Run,M\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(165_617 + i).append(',').append(random.nextDouble()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static CatalogueEntry entry(Optional<URI> url) {
        return new CatalogueEntry(
                "upsilon", "Muon pairs", url, "particle/Ymumu.csv.gz", CONTENT.length, sha256(CONTENT), "CC0-1.0",
                "CMS", "");
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Path write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
