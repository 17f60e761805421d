package org.novum.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds a file by the digest of its decompressed bytes, wherever it lies now. */
@FunctionalInterface
public interface DataFinder {
    /** Finds nothing. */
    DataFinder NONE = (_, _, _) -> Optional.empty();

    /**
     * Looks for a file.
     *
     * @param sha256 of the decompressed bytes, lower-case hexadecimal
     * @param fileName that it had
     * @param folders to look in first, for instance the bundle's own
     */
    Optional<Path> find(String sha256, String fileName, List<Path> folders);
}
