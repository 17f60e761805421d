package org.novum.runtime.bundle;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/**
 * Gives found files the names they had, for connectors that go by a file's ending; a cache names files by digest.
 *
 * <p>The links lie in a temporary folder and are removed on closing.
 */
final class NamedLinks implements AutoCloseable {
    private final List<Path> made = new ArrayList<>();

    /** A path of this name that leads to the file. */
    Path link(Path file, String name) {
        try {
            Path folder = Files.createTempDirectory("novum-data");
            made.addFirst(folder);
            Path link = folder.resolve(name);
            made.addFirst(link);
            try {
                return Files.createSymbolicLink(link, file.toAbsolutePath());
            } catch (UnsupportedOperationException | FileSystemException noLinks) {
                // Windows allows symbolic links to administrators only.
                return Files.copy(file, link);
            }
        } catch (IOException refused) {
            throw new NovumException(
                    ExitCode.CANNOT_WRITE, "no temporary link to " + file + " can be made: " + refused.getMessage(), refused);
        }
    }

    @Override
    public void close() {
        for (Path path : made) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException kept) {
                throw new NovumException(
                        ExitCode.CANNOT_WRITE, "the temporary " + path + " cannot be removed: " + kept.getMessage(), kept);
            }
        }
        made.clear();
    }
}
