package org.novum.archives;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.archives.Wanted.Expected;
import org.novum.archives.address.ArchiveAddresses;
import org.novum.archives.address.ArchiveFile;
import org.novum.archives.address.ArchiveHosts;

/**
 * Brings a file's verified bytes to this machine: from the cache, a mirror or the network, in this order.
 *
 * <p>Whatever it returns was digested and is what the catalogue lists or, where it lists no digest, what came first
 * ({@link Unlisted}). A file that is not stays where it is, unless it is a damaged copy of the cache's own.
 */
public final class Fetcher {
    private final ArchivePlaces places;
    private final Download download;
    private final Unlisted unlisted;

    /** A fetcher that keeps its cache in the places' home. */
    public Fetcher(ArchivePlaces places) {
        this(places, FetchSettings.USUAL);
    }

    /** The same with its own patience. */
    public Fetcher(ArchivePlaces places, FetchSettings settings) {
        this(places, new Download(settings));
    }

    Fetcher(ArchivePlaces places, Download download) {
        this.places = places;
        this.download = download;
        this.unlisted = new Unlisted(places, download);
    }

    /** Copies of a dataset that cache and mirror have, none of them looked at. */
    public List<Path> copies(CatalogueEntry entry) {
        List<Path> copies = new ArrayList<>(entry.isListed() ? List.of() : unlisted.copies(file(entry)));
        copies.addAll(places.files(entry));
        return copies;
    }

    /**
     * The digest that a dataset's decompressed bytes must have: that of the catalogue, or that of the bytes that came first.
     */
    public Optional<String> digest(CatalogueEntry entry) {
        return entry.isListed() ? Optional.of(entry.sha256()) : unlisted.digest(file(entry));
    }

    /** The verified local file, plain or gzip, if cache or mirror have it; asks no network. */
    public Optional<Path> local(CatalogueEntry entry) {
        if (!entry.isListed()) {
            return unlisted.local(file(entry), copies(entry));
        }
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
        if (!entry.isListed()) {
            return unlisted.fetch(file(entry), copies(entry), progress);
        }
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
        return download.fetch(
                new Wanted(
                        "dataset:" + entry.name(),
                        entry.name(),
                        url(entry),
                        new Expected.Listed(entry.sha256(), entry.bytes()),
                        "set NOVUM_MIRROR to a folder that has " + entry.mirror()),
                places.cached(entry.sha256()),
                progress);
    }

    /**
     * The same under the name that the catalogue gives the file, not compressed by gzip, for readers that go by endings.
     *
     * @throws NovumException as {@link #fetch(CatalogueEntry, FetchProgress)}
     */
    public Path fetchNamed(CatalogueEntry entry, FetchProgress progress) {
        Path verified = fetch(entry, progress);
        return new NamedCopies(places.cache().resolve("named"))
                .of(verified, digest(entry).orElseThrow(), entry.fileName());
    }

    /** Copies of the file of an archive's address that are here, none of them looked at. */
    public List<Path> copies(String address) {
        return unlisted.copies(resolve(address));
    }

    /**
     * The local file of an archive's address, fetched if need be, and the digest that it has had since it came first.
     *
     * @throws NovumException with {@code USAGE} if the address is wrong, with {@code DATA} if the bytes changed, and as
     *     {@link #fetch(CatalogueEntry, FetchProgress)}
     */
    public Fetched fetch(String address, FetchProgress progress) {
        ArchiveFile file = resolve(address);
        return fetched(file, unlisted.fetch(file, unlisted.copies(file), progress));
    }

    /**
     * The file of an archive's address as it is now, which is trusted from now on.
     *
     * @throws NovumException as {@link #fetch(String, FetchProgress)}; what was there stays then
     */
    public Fetched renew(String address, FetchProgress progress) {
        ArchiveFile file = resolve(address);
        return fetched(file, unlisted.renew(file, progress));
    }

    /**
     * A dataset without a digest as it is now, which is trusted from now on.
     *
     * @throws NovumException with {@code USAGE} if the catalogue lists a digest, and as {@link #renew(String, FetchProgress)}
     */
    public Path renew(CatalogueEntry entry, FetchProgress progress) {
        if (entry.isListed()) {
            throw new NovumException(
                    ExitCode.USAGE, "dataset:" + entry.name() + ": the catalogue lists its digest, so it cannot change; leave out --renew");
        }
        return unlisted.renew(file(entry), progress);
    }

    /** Files without a published digest that came once: where each is or was, and whether it is still what came first. */
    public SortedMap<Path, Kept> kept() {
        return unlisted.kept();
    }

    private Fetched fetched(ArchiveFile file, Path path) {
        return new Fetched(path, unlisted.digest(file).orElseThrow(), file.url());
    }

    /** Servers are read when an address is asked for: a wrong file of servers hurts nobody else. */
    private ArchiveFile resolve(String address) {
        return new ArchiveAddresses(ArchiveHosts.of(places.home(), System.getenv())).resolve(address);
    }

    private URI url(CatalogueEntry entry) {
        URI url = entry.url().orElseThrow();
        return ArchiveAddresses.isAddress(url.toString()) ? resolve(CatalogueEntry.addressOf(url)).url() : url;
    }

    /** Where a dataset without a digest is kept. */
    private ArchiveFile file(CatalogueEntry entry) {
        Path name = Path.of(entry.mirror()).getFileName();
        return new ArchiveFile(
                "dataset:" + entry.name(),
                url(entry),
                "catalogue/" + entry.name() + "/" + name,
                "set NOVUM_MIRROR to a folder that has " + entry.mirror());
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
