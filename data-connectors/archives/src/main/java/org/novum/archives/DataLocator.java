package org.novum.archives;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the bytes that a bundle was made from on whatever machine the bundle is now.
 *
 * <p>Names are hints; what counts is the digest of the decompressed bytes, which every file that is returned was checked
 * for. So a plain copy stands in for a compressed one, and a renamed one for the original.
 */
public final class DataLocator {
    private static final int DEEPEST = 8;

    private final ArchivePlaces places;

    /** Looks in these places, besides the folders that each search names. */
    public DataLocator(ArchivePlaces places) {
        this.places = places;
    }

    /**
     * Finds a file with this content: in the cache; in the folders and their {@code data} folders; in the mirror. In each
     * place files of the same name or stem come first, then the others, small ones first.
     *
     * @param sha256 digest of the decompressed bytes; whatever is returned was verified against it
     * @param fileName the file's name when the bundle was made
     * @param folders where to look before the mirror, as a rule the bundle's own folder and its parent
     */
    public Optional<Path> find(String sha256, String fileName, List<Path> folders) {
        Path cached = places.cached(sha256);
        if (Files.isRegularFile(cached) && Verification.holds(cached, sha256)) {
            return Optional.of(cached);
        }
        Set<Path> seen = new LinkedHashSet<>();
        for (Path folder : folders) {
            for (Path place : List.of(folder, folder.resolve("data"))) {
                Optional<Path> found = search(new Search(sha256, fileName, place, 1), seen);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return places.mirror().flatMap(mirror -> search(new Search(sha256, fileName, mirror, DEEPEST), seen));
    }

    private record Search(String sha256, String fileName, Path folder, int depth) {}

    private static Optional<Path> search(Search search, Set<Path> seen) {
        String stem = Stems.of(Path.of(search.fileName));
        List<Path> files = files(search.folder, search.depth);
        List<Path> ordered = new ArrayList<>();
        files.stream().filter(file -> Stems.of(file).equals(stem)).forEach(ordered::add);
        files.stream().filter(file -> !Stems.of(file).equals(stem)).forEach(ordered::add);
        return ordered.stream()
                .filter(file -> seen.add(file.toAbsolutePath().normalize()))
                .filter(file -> Verification.holds(file, search.sha256))
                .findFirst();
    }

    /** Regular files below a folder, small ones first; what may not be looked into is passed over. */
    private static List<Path> files(Path folder, int depth) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        TreeMap<Path, Long> sizes = new TreeMap<>();
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        sizes.put(file, attributes.size());
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE; // not readable for us: it cannot be the file
                }
            });
        } catch (IOException e) {
            return List.of(); // the folder went away: nothing is found there, and the caller says what is missing
        }
        return sizes.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue()))
                .map(entry -> entry.getKey())
                .toList();
    }
}
