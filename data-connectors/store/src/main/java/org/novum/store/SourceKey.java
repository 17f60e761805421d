package org.novum.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataSource;

/**
 * What a stored source is found by: what was asked of which connector, and the state of the files.
 *
 * <p>A file's state is its path, size, time of last change and identity on its disk, as version control systems take them;
 * a connector's is its name, the state of the archive that its class is in, and the names of all libraries, so that a new version
 * of any reads for itself.
 *
 * @param digest SHA-256 of all that, in hexadecimal digits
 * @param changed when the last changed of the files changed
 */
record SourceKey(String digest, FileTime changed) {
    /** The key of a source as its files are now; nothing where files cannot be named before opening or are not there. */
    static Optional<SourceKey> of(DataConnector connector, DataSource source) {
        return connector.files(source).flatMap(files -> of(connector, source, files));
    }

    private static Optional<SourceKey> of(DataConnector connector, DataSource source, List<Path> files) {
        MessageDigest digest = sha256();
        add(digest, connector.card().name());
        add(digest, connector.getClass().getName());
        add(digest, build(connector));
        add(digest, Libraries.NAMES);
        add(digest, source.uris().size());
        source.uris().forEach(uri -> add(digest, uri));
        for (Map<String, String> map : List.of(source.columns(), source.units(), source.select())) {
            add(digest, map.size());
            map.forEach((key, value) -> {
                add(digest, key);
                add(digest, value);
            });
        }
        FileTime changed = FileTime.fromMillis(0);
        try {
            for (Path file : files) {
                BasicFileAttributes state = Files.readAttributes(file, BasicFileAttributes.class);
                add(digest, file.toAbsolutePath().toString());
                add(digest, state.size());
                add(digest, state.lastModifiedTime().toInstant().toString());
                add(digest, String.valueOf(state.fileKey()));
                if (state.lastModifiedTime().compareTo(changed) > 0) {
                    changed = state.lastModifiedTime();
                }
            }
        } catch (IOException _) {
            return Optional.empty(); // opening it says what is wrong
        }
        return Optional.of(new SourceKey(HexFormat.of().formatHex(digest.digest()), changed));
    }

    /** The state of the archive or folder that the connector's class was loaded from. */
    private static String build(DataConnector connector) {
        CodeSource code = connector.getClass().getProtectionDomain().getCodeSource();
        if (code == null) {
            return "";
        }
        try {
            BasicFileAttributes state =
                    Files.readAttributes(Path.of(code.getLocation().toURI()), BasicFileAttributes.class);
            return state.size() + " " + state.lastModifiedTime().toInstant();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of a class is no URI: " + code.getLocation(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own file cannot be looked at: " + code.getLocation(), e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(digest, bytes.length);
        digest.update(bytes);
    }

    private static void add(MessageDigest digest, long number) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            digest.update((byte) (number >>> shift));
        }
    }
}
