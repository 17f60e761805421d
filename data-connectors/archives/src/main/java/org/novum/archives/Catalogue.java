package org.novum.archives;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The datasets that can be asked for by name. */
public record Catalogue(List<CatalogueEntry> entries) {
    /** Copies the list. */
    public Catalogue {
        entries = List.copyOf(entries);
    }

    /** Reads a catalogue file in YAML. */
    public static Catalogue read(Path file) {
        throw new UnsupportedOperationException("being written");
    }

    /** The catalogue that ships with this module: the project's {@code examples/datasets.yaml}. */
    public static Catalogue bundled() {
        throw new UnsupportedOperationException("being written");
    }

    /** The dataset of this name; otherwise an exception that names the nearest. */
    public CatalogueEntry entry(String name) {
        throw new UnsupportedOperationException("being written");
    }

    /** The dataset with this digest, if it is listed. */
    public Optional<CatalogueEntry> bySha256(String sha256) {
        throw new UnsupportedOperationException("being written");
    }
}
