package org.novum.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * The time of change that every complete file of a store has.
 *
 * <p>Whoever writes into such a file changes its time: that shows without reading it.
 */
final class Seal {
    private static final FileTime TIME = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

    private Seal() {}

    /** @throws java.nio.file.NoSuchFileException if there is no such file */
    static boolean isOn(Path file) throws IOException {
        return Files.getLastModifiedTime(file).equals(TIME);
    }

    /** Moves a complete file to its place, sealed. */
    static void move(Path from, Path to) throws IOException {
        Files.setLastModifiedTime(from, TIME);
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException _) {
            Files.delete(from); // on systems where a move does not replace: the same content is there
        }
    }

    /** Seals a file, where this user may. */
    static void tryPut(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, TIME);
        } catch (FileSystemException _) {
            return; // another user's, or on a medium that is only read: it is digested again the next time
        }
    }
}
