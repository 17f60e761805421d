package org.novum.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.runtime.SourceGate;

/**
 * The files that callers may name: those below the served folders, datasets of the catalogue, and nothing else. A name that
 * leads out of the folders, by {@code ..} or by a link, is refused; so are patterns and folders while any link does.
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
        for (Path folder : folders) {
            String candidate = path.startsWith("/") ? path : folder + "/" + path;
            Optional<Path> named = named(folder, candidate);
            if (named.isPresent()) {
                if (!Files.isRegularFile(named.get()) && leadsOut(folder)) {
                    throw new NovumException(
                            ExitCode.REFUSED, uri + " is not served: a link in the served folder leads out of it; name single files");
                }
                return candidate;
            }
        }
        throw refused(uri);
    }

    /** A message without the names of the server's own folders. */
    public String withoutFolders(String message) {
        String told = message;
        for (Path folder : folders) {
            told = told.replace(folder + "/", "");
        }
        return told;
    }

    /**
     * The file or folder of this folder that a name stands for; for a pattern, the folder before its first wild card. A
     * part of a file, such as #tree, is the connector's business.
     */
    private static Optional<Path> named(Path folder, String text) {
        int wild = 0;
        while (wild < text.length() && WILD.indexOf(text.charAt(wild)) < 0) {
            wild++;
        }
        boolean pattern = wild < text.length();
        String fixed = pattern ? text.substring(0, text.lastIndexOf('/', wild) + 1) : text;
        if (List.of(text.substring(fixed.length()).split("/")).contains("..")) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(fixed).normalize();
            int part = fixed.indexOf('#');
            if (!pattern && !Files.exists(path) && part > 0) {
                path = Path.of(fixed.substring(0, part)).normalize();
            }
            return Files.exists(path) && real(path).startsWith(folder) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    /** Whether a connector that walks the folder could come out of it. */
    private static boolean leadsOut(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isSymbolicLink).anyMatch(link -> Files.exists(link) && !real(link).startsWith(folder));
        } catch (IOException unreadable) {
            throw new NovumException(ExitCode.NO_INPUT, "a served folder cannot be read", unreadable);
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
