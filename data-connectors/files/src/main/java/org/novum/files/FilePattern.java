package org.novum.files;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * The text of a path or a glob, with or without {@code file:}, as connectors of local files understand it.
 *
 * @param text without the scheme
 */
public record FilePattern(String text) {
    private static final String WILDCARDS = "*?[{";
    private static final String SCHEME = "file:";

    /** Whether a URI has another scheme than {@code file:}. A scheme has two letters or more; a single one is a drive. */
    public static boolean hasOtherScheme(String uri) {
        return uri.matches("(?s)[A-Za-z][A-Za-z0-9+.-]+:.*") && !hasScheme(uri);
    }

    /** The pattern of a path or URI. */
    public static FilePattern of(String uri) {
        if (!hasScheme(uri)) {
            return new FilePattern(uri);
        }
        String path = uri.substring(SCHEME.length());
        return new FilePattern(path.startsWith("///") ? path.substring(2) : path);
    }

    private static boolean hasScheme(String uri) {
        return uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Whether it means more than one path. */
    public boolean hasWildcards() {
        return wildcard() < text.length();
    }

    /** The folders before the first wildcard, with the closing slash. */
    public String prefix() {
        return text.substring(0, text.lastIndexOf('/', wildcard()) + 1);
    }

    /** What follows the {@link #prefix()}. */
    public String glob() {
        return text.substring(prefix().length());
    }

    private int wildcard() {
        int wildcard = 0;
        while (wildcard < text.length() && WILDCARDS.indexOf(text.charAt(wildcard)) < 0) {
            wildcard++;
        }
        return wildcard;
    }

    /** Matchers of a glob; {@code **}{@code /} may also stand for no folder at all. */
    public static List<PathMatcher> matchers(String glob) {
        return Stream.of(glob, glob.replace("**/", ""))
                .distinct()
                .map(each -> FileSystems.getDefault().getPathMatcher("glob:" + each))
                .toList();
    }

    /** How deep a glob goes down into folders. */
    public static int depth(String glob) {
        return glob.contains("**") ? Integer.MAX_VALUE : 1 + (int) glob.chars().filter(c -> c == '/').count();
    }

    /** Whether a name begins with a dot. */
    public static boolean isHidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }
}
