package org.novum.journal.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes the right to write from a tree until closed. An administrator may write all the same, so tests also compare
 * what lies there before and after.
 */
record ReadOnly(Path root) implements AutoCloseable {

    private static final Set<PosixFilePermission> READING =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE);
    private static final Set<PosixFilePermission> WRITING = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    static ReadOnly of(Path root) {
        set(root, READING);
        return new ReadOnly(root);
    }

    @Override
    public void close() {
        set(root, WRITING);
    }

    private static void set(Path root, Set<PosixFilePermission> permissions) {
        try (Stream<Path> tree = Files.walk(root)) {
            List<Path> files = tree.toList();
            for (Path file : files) {
                Files.setPosixFilePermissions(file, permissions);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
