package org.novum.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.novum.archives.CatalogueEntry;
import org.novum.tabular.ContentDigest;
import org.novum.tabular.SourceBytes;

/** Entries of a catalogue for files that a test made. */
final class Entries {
    private Entries() {}

    /**
     * An entry.
     *
     * @param url where a server has it
     * @param mirror where a mirror has it
     * @param file with its content, plain or compressed
     */
    static CatalogueEntry of(String name, Optional<URI> url, String mirror, Path file) {
        ContentDigest digest = SourceBytes.digest(file);
        return new CatalogueEntry(name, "Sample", url, mirror, digest.bytes(), digest.sha256(), "CC0-1.0", "nobody", "");
    }
}
