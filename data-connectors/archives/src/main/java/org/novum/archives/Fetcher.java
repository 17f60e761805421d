package org.novum.archives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/**
 * Brings a dataset's verified bytes to this machine: from the cache, a mirror or the network, in this order.
 *
 * <p>Whatever it returns was digested and is what the catalogue lists. A file that is not stays where it is, unless it is
 * a damaged copy of the cache's own.
 */
public final class Fetcher {
    private final ArchivePlaces places;
    private final Download download;

    /** A fetcher that keeps its cache in the places' home. */
    public Fetcher(ArchivePlaces places) {
        this(places, FetchSettings.USUAL);
    }

    /** The same with its own patience. */
    public Fetcher(ArchivePlaces places, FetchSettings settings) {
        this.places = places;
        this.download = new Download(settings);
    }

    /** Copies of a dataset that cache and mirror have, none of them looked at. */
    public List<Path> copies(CatalogueEntry entry) {
        return places.files(entry);
    }

    /** The verified local file, plain or gzip, if cache or mirror have it; asks no network. */
    public Optional<Path> local(CatalogueEntry entry) {
        return places.files(entry).stream()
                .filter(file -> Verification.holds(file, entry.sha256()))
                .findFirst();
    }

    /**
     * The verified local file, fetched from the network if need be.
     *
     * @throws NovumException if no source has it; the message says where was looked and what to do
     */
    public Path fetch(CatalogueEntry entry, FetchProgress progress) {
        Optional<Path> local = local(entry);
        if (local.isPresent()) {
            return local.get();
        }
        if (entry.url().isEmpty()) {
            throw new NovumException(
                    ExitCode.NO_INPUT,
                    "dataset:" + entry.name() + ": there is no official download of these bytes, and "
                            + looked(entry) + "; set NOVUM_MIRROR to a folder that has " + entry.mirror());
        }
        createCache();
        return download.fetch(entry, places.cached(entry.sha256()), progress);
    }

    private String looked(CatalogueEntry entry) {
        List<Path> others = places.files(entry);
        String there = others.isEmpty() ? "" : " (other bytes are in " + others.getFirst() + ")";
        return places.mirror()
                        .map(mirror -> "neither the cache nor the mirror " + mirror + " has them")
                        .orElse("the cache does not have them and no mirror is set")
                + there;
    }

    private void createCache() {
        try {
            Files.createDirectories(places.cache());
        } catch (IOException e) {
            throw new NovumException(
                    ExitCode.CANNOT_WRITE,
                    places.cache() + ": the cache cannot be made; set NOVUM_HOME to a folder that may be written",
                    e);
        }
    }
}
