package org.novum.tabular;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
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

/** Turns a URI, a path or a glob into the files it means. */
final class SourcePaths {
    /** What a table's file name ends with. */
    static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".tsv", ".tsv.gz");

    private static final String WILDCARDS = "*?[{";

    private final Path workingFolder;

    SourcePaths(Path workingFolder) {
        this.workingFolder = workingFolder;
    }

    /** True if the URI is a path, with or without {@code file:}, whose ending is that of a table or a wildcard. */
    static boolean accepts(String uri) {
        if (hasOtherScheme(uri)) {
            return false;
        }
        String path = withoutScheme(uri);
        return path.endsWith("*") || isTable(path);
    }

    /**
     * The files meant, in the order of their paths.
     *
     * @throws NovumException if there are none
     */
    List<Path> files(String uri) {
        String text = withoutScheme(uri);
        Path literal = literal(text);
        if (Files.exists(literal)) {
            if (Files.isDirectory(literal)) {
                throw missing(uri, "this is a folder", "name the files in it, for instance " + uri + "/*.csv.gz");
            }
            return List.of(literal);
        }
        if (text.chars().noneMatch(character -> WILDCARDS.indexOf(character) >= 0)) {
            throw missing(uri, "there is no such file", "check the path; relative paths start at " + folder());
        }
        List<Path> found = expand(text);
        if (found.isEmpty()) {
            throw missing(
                    uri,
                    "no file matches; looked for " + String.join(", ", ENDINGS) + " below " + base(text),
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

    private List<Path> expand(String pattern) {
        Path base = base(pattern);
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        String glob = pattern.substring(prefix(pattern).length());
        List<PathMatcher> matchers = withoutFolders(glob).stream()
                .map(each -> FileSystems.getDefault().getPathMatcher("glob:" + each))
                .toList();
        int depth = glob.contains("**") ? Integer.MAX_VALUE : 1 + (int) glob.chars().filter(c -> c == '/').count();
        TreeSet<Path> found = new TreeSet<>();
        try {
            Files.walkFileTree(base, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return !folder.equals(base) && isHidden(folder)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    Path inside = base.relativize(file);
                    boolean matches = matchers.stream().anyMatch(matcher -> matcher.matches(inside));
                    if (matches && attributes.isRegularFile() && isTable(file.toString()) && !isHidden(file)) {
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

    /** A pattern and, because {@code **}{@code /} may also stand for no folder at all, the same without it. */
    private static List<String> withoutFolders(String glob) {
        return glob.contains("**/") ? List.of(glob, glob.replace("**/", "")) : List.of(glob);
    }

    private Path base(String pattern) {
        String prefix = prefix(pattern);
        return prefix.isEmpty() ? workingFolder : workingFolder.resolve(prefix);
    }

    /** The folders before the first wildcard, with the closing slash. */
    private static String prefix(String pattern) {
        int wildcard = 0;
        while (wildcard < pattern.length() && WILDCARDS.indexOf(pattern.charAt(wildcard)) < 0) {
            wildcard++;
        }
        return pattern.substring(0, pattern.lastIndexOf('/', wildcard) + 1);
    }

    private static boolean isHidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    private static boolean isTable(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /** A scheme has two letters or more; a single one is a drive. */
    private static boolean hasOtherScheme(String uri) {
        return uri.matches("(?s)[A-Za-z][A-Za-z0-9+.-]+:.*") && !uri.regionMatches(true, 0, "file:", 0, 5);
    }

    private static String withoutScheme(String uri) {
        if (!uri.regionMatches(true, 0, "file:", 0, 5)) {
            return uri;
        }
        String path = uri.substring(5);
        return path.startsWith("///") ? path.substring(2) : path;
    }

    private Path folder() {
        return workingFolder.toAbsolutePath().normalize();
    }

    private static NovumException missing(String uri, String problem, String remedy) {
        return new NovumException(ExitCode.NO_INPUT, uri + ": " + problem + "; " + remedy);
    }
}
