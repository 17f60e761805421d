package org.novum.root;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.files.FilePattern;

/**
 * A ROOT file, and which tree or ntuple of it is meant.
 *
 * @param path on disk
 * @param tree path in the file, after {@code #}; empty means the only one
 */
record RootPlace(Path path, Optional<String> tree) {
    static final String ENDING = ".root";

    /** Whether a URI is a path or glob of ROOT files, with or without {@code file:} and a tree. */
    static boolean accepts(String uri) {
        return !FilePattern.hasOtherScheme(uri) && isRoot(withoutTree(FilePattern.of(uri).text()));
    }

    /**
     * The files that a URI means, in the order of their paths.
     *
     * @throws NovumException if there are none
     */
    static List<RootPlace> of(Path workingFolder, String uri) {
        String text = FilePattern.of(uri).text();
        try {
            if (Files.isRegularFile(workingFolder.resolve(text))) {
                return List.of(new RootPlace(workingFolder.resolve(text), Optional.empty()));
            }
            String file = withoutTree(text);
            Optional<String> tree = Optional.of(text.substring(file.length()))
                    .filter(rest -> rest.length() > 1)
                    .map(rest -> rest.substring(1));
            Path path = workingFolder.resolve(file);
            if (Files.exists(path)) {
                return List.of(new RootPlace(path, tree));
            }
            FilePattern pattern = new FilePattern(file);
            List<Path> found = pattern.hasWildcards() ? expand(workingFolder, pattern) : List.of();
            if (found.isEmpty()) {
                throw new NovumException(ExitCode.NO_INPUT, uri + ": there is no such file; check the path; relative paths start at "
                        + workingFolder.toAbsolutePath().normalize());
            }
            return found.stream().map(each -> new RootPlace(each, tree)).toList();
        } catch (InvalidPathException e) {
            throw new NovumException(
                    ExitCode.NO_INPUT, uri + ": this cannot be a path (" + e.getReason() + "); correct it", e);
        }
    }

    /** The file's name without its ending. */
    String stem() {
        return label().replaceFirst("(?i)\\.root$", "");
    }

    /** The file's name, for messages. */
    String label() {
        return String.valueOf(path.getFileName());
    }

    /** What opens it again. */
    String uri() {
        return "file:" + path.toString().replace('\\', '/') + tree.map(name -> "#" + name).orElse("");
    }

    private static String withoutTree(String text) {
        int mark = text.toLowerCase(Locale.ROOT).lastIndexOf(ENDING + "#");
        return mark < 0 ? text : text.substring(0, mark + ENDING.length());
    }

    private static boolean isRoot(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    private static List<Path> expand(Path workingFolder, FilePattern pattern) {
        Path base = workingFolder.resolve(pattern.prefix());
        List<PathMatcher> matchers = FilePattern.matchers(pattern.glob());
        TreeSet<Path> found = new TreeSet<>();
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        try {
            Files.walkFileTree(
                    base,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    FilePattern.depth(pattern.glob()),
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            Path inside = base.relativize(file);
                            if (attributes.isRegularFile()
                                    && isRoot(file.toString())
                                    && !FilePattern.isHidden(file)
                                    && matchers.stream().anyMatch(matcher -> matcher.matches(inside))) {
                                found.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new NovumException(
                    ExitCode.NO_INPUT, base + ": the folder cannot be read; check that it may be", e);
        }
        return List.copyOf(found);
    }
}
