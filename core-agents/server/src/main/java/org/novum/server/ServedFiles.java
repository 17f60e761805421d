package org.novum.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.runtime.SourceGate;

/**
 * The files that callers may name: those below the served folders, datasets of the catalogue, and nothing else. A name that
 * leads out of the folders, by {@code ..} or by a link, is refused.
 */
public final class ServedFiles implements SourceGate {
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]+:.*", Pattern.CASE_INSENSITIVE);
    private static final String DATASET = "dataset:";
    private static final String FILE = "file:";
    private static final String WILD = "*?[{";

    private final List<Path> folders;

    /**
     * @param folders served
     * @throws NovumException with {@code NO_INPUT} if one is no folder
     */
    public ServedFiles(List<Path> folders) {
        List<Path> real = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new NovumException(ExitCode.NO_INPUT, folder + " is not a folder; name one to serve, or make it");
            }
            real.add(real(folder));
        }
        this.folders = List.copyOf(real);
    }

    /** The served folders, as absolute paths without links. */
    public List<Path> folders() {
        return folders;
    }

    @Override
    public String admit(String uri) {
        if (uri.toLowerCase(Locale.ROOT).startsWith(DATASET)) {
            return uri;
        }
        String path = uri.startsWith(FILE) ? uri.substring(FILE.length()).replaceFirst("^//(?=/)", "") : uri;
        if (SCHEME.matcher(path).matches()) {
            throw refused(uri);
        }
        // A part of a file, such as #tree, is the connector's business.
        for (Path folder : folders) {
            String candidate = path.startsWith("/") ? path : folder + "/" + path;
            if (isBelow(folder, candidate)) {
                return candidate;
            }
        }
        throw refused(uri);
    }

    /** A pattern is below a folder if what stands before its first wild card is, and nothing after it climbs. */
    private static boolean isBelow(Path folder, String text) {
        int wild = 0;
        while (wild < text.length() && WILD.indexOf(text.charAt(wild)) < 0) {
            wild++;
        }
        boolean pattern = wild < text.length();
        String fixed = pattern ? text.substring(0, text.lastIndexOf('/', wild) + 1) : text;
        String rest = text.substring(fixed.length());
        if (List.of(rest.split("/")).contains("..")) {
            return false;
        }
        try {
            Path path = Path.of(fixed).normalize();
            int part = fixed.indexOf('#');
            if (!pattern && !Files.exists(path) && part > 0) {
                path = Path.of(fixed.substring(0, part)).normalize();
            }
            return Files.exists(path) && real(path).startsWith(folder);
        } catch (InvalidPathException none) {
            return false;
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException unreadable) {
            throw new NovumException(ExitCode.NO_INPUT, path + " cannot be read", unreadable);
        }
    }

    private NovumException refused(String uri) {
        return new NovumException(
                ExitCode.REFUSED,
                uri + " is not served; name a file below a served folder, relative to it, or a dataset of the catalogue");
    }
}
