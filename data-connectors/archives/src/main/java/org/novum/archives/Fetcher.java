package org.novum.archives;

import java.nio.file.Path;
import java.util.Optional;

/** Brings a dataset's verified bytes to this machine: from the cache, a mirror or the network, in this order. */
public final class Fetcher {
    /** A fetcher that keeps its cache in the places' home. */
    public Fetcher(ArchivePlaces places) {}

    /** The verified local file, plain or gzip, if cache or mirror have it; asks no network. */
    public Optional<Path> local(CatalogueEntry entry) {
        throw new UnsupportedOperationException("being written");
    }

    /** The verified local file, fetched from the network if need be. */
    public Path fetch(CatalogueEntry entry, FetchProgress progress) {
        throw new UnsupportedOperationException("being written");
    }
}
