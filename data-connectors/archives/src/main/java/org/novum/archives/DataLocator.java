package org.novum.archives;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the bytes that a bundle was made from on whatever machine the bundle is now. */
public final class DataLocator {
    /** Looks in these places, besides the folders that each search names. */
    public DataLocator(ArchivePlaces places) {}

    /**
     * Finds a file with this content: in the cache, the folders and their {@code data} folders, then the mirror; there
     * files of the same name or stem first, then others.
     *
     * @param sha256 digest of the decompressed bytes; whatever is returned was verified against it
     * @param fileName the file's name when the bundle was made
     * @param folders where to look before the mirror, as a rule the bundle's own folder and its parent
     */
    public Optional<Path> find(String sha256, String fileName, List<Path> folders) {
        throw new UnsupportedOperationException("being written");
    }
}
