package org.novum.tabular;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.files.FilePattern;

/** Turns a URI, a path or a glob into the files it means. */
public final class SourcePaths {
    /** What the file name of a table of text ends with. */
    static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".csv.zst", ".tsv", ".tsv.gz", ".tsv.zst");

    private final Path workingFolder;
    private final List<String> endings;

    /**
     * @param workingFolder where relative paths start
     * @param endings of the files that are meant, in lower case
     */
    public SourcePaths(Path workingFolder, List<String> endings) {
        this.workingFolder = workingFolder;
        this.endings = List.copyOf(endings);
    }

    /** True if the URI is a path, with or without {@code file:}, whose ending is one of these or a wildcard. */
    public boolean accepts(String uri) {
        if (FilePattern.hasOtherScheme(uri)) {
            return false;
        }
        String path = FilePattern.of(uri).text();
        return path.endsWith("*") || isTable(path);
    }

    /**
     * The files meant, in the order of their paths.
     *
     * @throws NovumException if there are none
     */
    public List<Path> files(String uri) {
        FilePattern pattern = FilePattern.of(uri);
        Path literal = literal(pattern.text());
        if (Files.exists(literal)) {
            if (Files.isDirectory(literal)) {
                throw missing(uri, "this is a folder", "name the files in it, for instance " + uri + "/*" + endings.getLast());
            }
            return List.of(literal);
        }
        if (!pattern.hasWildcards()) {
            throw missing(uri, "there is no such file", "check the path; relative paths start at " + folder());
        }
        List<Path> found = expand(pattern);
        if (found.isEmpty()) {
            throw missing(
                    uri,
                    "no file matches; looked for " + String.join(", ", endings) + " below " + base(pattern),
                    "check the pattern; relative ones start at " + folder());
        }
        return found;
    }

    private Path literal(String text) {
        try {
            Path plain = workingFolder.resolve(text);
            if (Files.exists(plain) || text.indexOf('%') < 0) {
                return plain;
            }
            Path decoded = workingFolder.resolve(
                    URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
            return Files.exists(decoded) ? decoded : plain;
        } catch (IllegalArgumentException e) {
            throw new NovumException(
                    ExitCode.NO_INPUT, text + ": this cannot be a path (" + e.getMessage() + "); correct it", e);
        }
    }

    private List<Path> expand(FilePattern pattern) {
        Path base = base(pattern);
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        List<PathMatcher> matchers = FilePattern.matchers(pattern.glob());
        int depth = FilePattern.depth(pattern.glob());
        TreeSet<Path> found = new TreeSet<>();
        try {
            Files.walkFileTree(base, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return !folder.equals(base) && FilePattern.isHidden(folder)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    Path inside = base.relativize(file);
                    boolean matches = matchers.stream().anyMatch(matcher -> matcher.matches(inside));
                    if (matches && attributes.isRegularFile() && isTable(file.toString()) && !FilePattern.isHidden(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw SourceBytes.unreadable(base.toString(), e);
        }
        return List.copyOf(found);
    }

    private Path base(FilePattern pattern) {
        String prefix = pattern.prefix();
        return prefix.isEmpty() ? workingFolder : workingFolder.resolve(prefix);
    }

    private boolean isTable(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(lower::endsWith);
    }

    private Path folder() {
        return workingFolder.toAbsolutePath().normalize();
    }

    private static NovumException missing(String uri, String problem, String remedy) {
        return new NovumException(ExitCode.NO_INPUT, uri + ": " + problem + "; " + remedy);
    }
}
