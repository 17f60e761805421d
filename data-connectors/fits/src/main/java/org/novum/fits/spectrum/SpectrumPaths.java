package org.novum.fits.spectrum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.files.FilePattern;

/**
 * Turns paths, folders and globs into files.
 *
 * <p>A folder means every file in it and below it, hidden ones aside: what is no spectrum then gives a row that says so. A
 * glob, in which {@code **} goes down into folders, means the files that match. Each of them followed by
 * {@code #exposures} means the same files with each exposure by itself, by {@code #models} with the survey's best models.
 */
public final class SpectrumPaths {
    /** What follows the name of files whose fits of lines are meant, and not their spectra. */
    public static final String LINES = "#lines";

    private static final String EXPOSURES = "#exposures";
    private static final String MODELS = "#models";

    private final Path workingFolder;

    /** @param workingFolder where relative paths start */
    public SpectrumPaths(Path workingFolder) {
        this.workingFolder = workingFolder;
    }

    /** The path, folder or glob that a URI is of, whatever is asked of it. */
    public static String place(String uri) {
        return uri.replaceFirst("(" + EXPOSURES + "|" + LINES + "|" + MODELS + ")$", "");
    }

    /**
     * Whether a URI means spectra: a file whose name ends so, or a folder or glob with such a file.
     *
     * @param uri path, with or without {@code file:}
     * @param ending of names of spectra
     */
    public boolean accepts(String uri, Predicate<String> ending) {
        if (uri.isEmpty() || FilePattern.hasOtherScheme(uri)) {
            return false;
        }
        FilePattern pattern = FilePattern.of(place(uri));
        if (ending.test(pattern.text())) {
            return true;
        }
        try {
            Path path = workingFolder.resolve(pattern.text());
            if (Files.isRegularFile(path)) {
                return false;
            }
            if (!Files.isDirectory(path) && !pattern.hasWildcards()) {
                return false;
            }
            Search search = new Search(pattern, 1, ending);
            return !search.files().isEmpty();
        } catch (InvalidPathException | UncheckedIOException _) {
            return false; // opening it says why
        }
    }

    /**
     * The files meant, in the order of their paths.
     *
     * @throws NovumException if there are none
     */
    public List<FileSource> files(String uri) {
        List<FileSource> files = combined(place(uri));
        if (uri.endsWith(MODELS)) {
            return files.stream().map(file -> file.asking(FileSource.Asked.MODELS)).toList();
        }
        return uri.endsWith(EXPOSURES) ? files.stream().map(FileSource::withExposures).toList() : files;
    }

    private List<FileSource> combined(String uri) {
        FilePattern pattern = FilePattern.of(uri);
        try {
            Path path = workingFolder.resolve(pattern.text());
            if (Files.isRegularFile(path)) {
                return List.of(new FileSource(path, pattern.text()));
            }
            if (!Files.isDirectory(path) && !pattern.hasWildcards()) {
                throw missing(uri, "there is no such file or folder", "check the path; relative paths start at " + folder());
            }
            List<FileSource> found = new Search(pattern, Integer.MAX_VALUE, _ -> true).files();
            if (found.isEmpty()) {
                throw missing(uri, "no file is there", "check the folder or pattern; relative ones start at " + folder());
            }
            return found;
        } catch (InvalidPathException e) {
            throw new NovumException(
                    ExitCode.NO_INPUT, uri + ": this cannot be a path (" + e.getReason() + "); correct it", e);
        } catch (UncheckedIOException e) {
            throw new NovumException(
                    ExitCode.NO_INPUT, uri + ": the folder cannot be read; check that it may be", e);
        }
    }

    /**
     * The files meant by several URIs, each once. Where files of two folders have the same name, it stands behind that of the
     * folder, so that rows tell them apart.
     *
     * @throws NovumException if a URI means none, or if one file is asked for different rows
     */
    public List<FileSource> files(List<String> uris) {
        Map<Path, FileSource> files = new LinkedHashMap<>();
        Map<Path, FileSource.Asked> asked = new TreeMap<>();
        Map<String, Integer> times = new TreeMap<>();
        Map<Path, String> folders = new TreeMap<>();
        for (String uri : uris) {
            for (FileSource file : files(uri)) {
                Path real = real(file.path());
                FileSource.Asked before = uri.endsWith(LINES) ? null : asked.putIfAbsent(real, file.asked());
                if (before != null && before != file.asked()) {
                    throw new NovumException(
                            ExitCode.CONFIGURATION,
                            uri + ": " + file.label()
                                    + " is named twice, and different rows are asked of it; ask for one kind at a time");
                }
                if (files.putIfAbsent(real, file) == null) {
                    times.merge(file.label(), 1, Integer::sum);
                    folders.put(real, FilePattern.of(place(uri)).text().replaceFirst("/+$", "") + "/");
                }
            }
        }
        List<FileSource> named = new ArrayList<>();
        files.forEach((real, file) -> {
            boolean alone = times.getOrDefault(file.label(), 0) == 1;
            named.add(alone ? file : file.labelled(folders.get(real) + file.label()));
        });
        return named;
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException unreadable) {
            return file.toAbsolutePath().normalize(); // reading it says why
        }
    }

    /** One walk through folders. */
    private final class Search extends SimpleFileVisitor<Path> {
        private final FilePattern pattern;
        private final int most;
        private final Predicate<String> ending;
        private final boolean wholeFolder;
        private final Path base;
        private final List<PathMatcher> matchers;
        private final int depth;
        private final List<Path> found = new ArrayList<>();

        Search(FilePattern pattern, int most, Predicate<String> ending) {
            this.pattern = pattern;
            this.most = most;
            this.ending = ending;
            this.wholeFolder = Files.isDirectory(workingFolder.resolve(pattern.text()));
            String prefix = wholeFolder ? pattern.text() : pattern.prefix();
            this.base = workingFolder.resolve(prefix);
            String glob = wholeFolder ? "**" : pattern.glob();
            this.matchers = FilePattern.matchers(glob);
            this.depth = FilePattern.depth(glob);
        }

        List<FileSource> files() {
            if (Files.isDirectory(base)) {
                try {
                    Files.walkFileTree(base, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, this);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            found.sort(null);
            return found.stream().map(file -> new FileSource(file, label(file))).toList();
        }

        /** Relative to the folder that was given; files of a glob as one would find them. */
        private String label(Path file) {
            String inside = base.relativize(file).toString().replace('\\', '/');
            return wholeFolder ? inside : pattern.prefix() + inside;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(base) && FilePattern.isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Path inside = base.relativize(file);
            if (attributes.isRegularFile()
                    && !FilePattern.isHidden(file)
                    && ending.test(file.toString())
                    && matchers.stream().anyMatch(matcher -> matcher.matches(inside))) {
                found.add(file);
            }
            return found.size() < most ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            if (!FilePattern.isHidden(file) && matchers.stream().anyMatch(matcher -> matcher.matches(base.relativize(file)))) {
                found.add(file); // reading it says why
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private Path folder() {
        return workingFolder.toAbsolutePath().normalize();
    }

    private static NovumException missing(String uri, String problem, String remedy) {
        return new NovumException(ExitCode.NO_INPUT, uri + ": " + problem + "; " + remedy);
    }
}
