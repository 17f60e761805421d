package org.novum.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Columns as Arrow files, each named by the SHA-256 of its bytes.
 *
 * @param folder that holds a folder for each two first digits
 */
record ColumnFiles(Path folder) {
    private static final String ENDING = ".arrow";
    private static final int BUFFER = 1 << 16;

    /** All that there are, in the order of their names. */
    List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(folder, 2, (_, state) -> state.isRegularFile())) {
            return files.sorted().toList();
        }
    }

    /** The digest that a file is named by. */
    static String named(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.arrow$", "");
    }

    private Path place(String digest) {
        return folder.resolve(digest.substring(0, 2)).resolve(digest + ENDING);
    }

    /** Moves a complete file to its place. */
    void keep(Path fresh, StoredColumn column) throws IOException {
        Path file = place(column.object());
        Files.createDirectories(file.getParent());
        Seal.move(fresh, file);
    }

    /**
     * The file of a column, if it is there.
     *
     * @throws Damage if it has not the bytes that were stored
     */
    Optional<Path> find(StoredColumn column) throws IOException {
        Path file = place(column.object());
        try {
            if (Files.size(file) == column.bytes() && (Seal.isOn(file) || isSound(file))) {
                return Optional.of(file);
            }
            throw new Damage(file);
        } catch (NoSuchFileException _) {
            return Optional.empty(); // another process made room
        }
    }

    /** Reads a file without a seal, as one that was copied from elsewhere is; a sound one gets it. */
    private static boolean isSound(Path file) throws IOException {
        boolean sound = digest(file).equals(named(file));
        if (sound) {
            Seal.tryPut(file);
        }
        return sound;
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = SourceKey.sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                digest.update(buffer, 0, length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Reads all files, and takes away those that have not the bytes that they are named by. */
    List<Path> removeDamaged() throws IOException {
        List<Path> damaged = new ArrayList<>();
        for (Path file : all()) {
            try {
                if (!digest(file).equals(named(file))) {
                    damaged.add(file);
                    Files.delete(file);
                }
            } catch (NoSuchFileException _) {
                continue; // another process made room
            }
        }
        return damaged;
    }
}
