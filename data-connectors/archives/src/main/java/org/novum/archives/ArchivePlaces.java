package org.novum.archives;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where datasets are kept and looked for on this machine.
 *
 * @param home the folder {@code NOVUM_HOME}; its {@code cache} holds verified files named by their digest,
 * its {@code archives} files that no catalogue lists
 * @param mirror the folder {@code NOVUM_MIRROR}, if there is one
 */
public record ArchivePlaces(Path home, Optional<Path> mirror) {
    private static final String ARCHIVES = "archives";

    /** The places named by {@code NOVUM_HOME} (otherwise {@code ~/.novum}) and {@code NOVUM_MIRROR}. */
    public static ArchivePlaces fromEnvironment() {
        return from(System.getenv());
    }

    static ArchivePlaces from(Map<String, String> environment) {
        String home = environment.getOrDefault("NOVUM_HOME", "");
        String mirror = environment.getOrDefault("NOVUM_MIRROR", "");
        return new ArchivePlaces(
                home.isBlank() ? Path.of(System.getProperty("user.home"), ".novum") : Path.of(home),
                mirror.isBlank() ? Optional.empty() : Optional.of(Path.of(mirror)));
    }

    /** The folder of verified files, each named by the digest of its decompressed bytes. */
    public Path cache() {
        return home.resolve("cache");
    }

    /** Where the content with this digest is or would be kept. */
    public Path cached(String sha256) {
        return cache().resolve(sha256);
    }

    /** Where a file of an archive is or would be kept, with the digest of its first arrival beside it. */
    public Path archived(String path) {
        return home.resolve(ARCHIVES).resolve(path);
    }

    /** The mirror's copy of a file of an archive, in the same layout, if it is there. */
    public Optional<Path> mirrored(String path) {
        return mirror.map(folder -> folder.resolve(ARCHIVES).resolve(path)).filter(Files::isRegularFile);
    }

    /** Copies of a dataset that cache and mirror have, plain or gzip, whatever their bytes. */
    public List<Path> files(CatalogueEntry entry) {
        List<Path> files = new ArrayList<>();
        if (entry.isListed()) {
            files.add(cached(entry.sha256()));
        }
        mirror.ifPresent(folder -> {
            Path copy = folder.resolve(entry.mirror());
            String plain = Stems.withoutGzip(copy);
            files.add(copy);
            files.add(copy.resolveSibling(plain));
            files.add(copy.resolveSibling(plain + ".gz"));
        });
        return files.stream().distinct().filter(Files::isRegularFile).toList();
    }
}
