package org.novum.archives.address;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/**
 * Where the archives are: the public servers, or mirrors of them that a laboratory runs.
 *
 * @param bases other servers than the public ones, each with a scheme, a host and perhaps a path
 */
public record ArchiveHosts(Map<Archive, String> bases) {
    /** Name of the file in the home folder that names other servers. */
    public static final String FILE = "archives.yaml";

    /** The public servers. */
    public static final ArchiveHosts PUBLIC = new ArchiveHosts(Map.of());

    private static final String RELEASE = "{release}";

    /** Checks the servers. */
    public ArchiveHosts {
        bases.forEach((archive, base) -> {
            if (!isServer(base)) {
                throw new NovumException(
                        ExitCode.CONFIGURATION,
                        archive.label() + ": '" + base + "' is no server; write http://HOST or https://HOST, in "
                                + FILE + " or in " + archive.variable());
            }
        });
        bases = Collections.unmodifiableSortedMap(new TreeMap<>(bases));
    }

    /**
     * The servers that {@code archives.yaml} of the home folder names, a mapping from {@link Archive#label()}, and, before
     * them, those of the environment, by {@link Archive#variable()}.
     *
     * @throws NovumException with {@code CONFIGURATION} if the file or a server in it is wrong
     */
    public static ArchiveHosts of(Path home, Map<String, String> environment) {
        Map<Archive, String> bases = new EnumMap<>(Archive.class);
        Path file = home.resolve(FILE);
        if (Files.exists(file)) {
            mapping(file).properties().forEach(named -> bases.put(archive(named.getKey(), file), named.getValue().asText()));
        }
        for (Archive archive : Archive.values()) {
            String base = environment.getOrDefault(archive.variable(), "");
            if (!base.isBlank()) {
                bases.put(archive, base.strip());
            }
        }
        return new ArchiveHosts(bases);
    }

    /** A file of an archive. */
    URI at(Archive archive, String path) {
        String base = bases.getOrDefault(archive, archive.publicBase());
        return URI.create((base.endsWith("/") ? base : base + "/") + path);
    }

    /** A file of a release that may have a server of its own. */
    URI at(Archive archive, int release, String path) {
        String base = bases.getOrDefault(archive, archive.publicBase()).replace(RELEASE, Integer.toString(release));
        return URI.create((base.endsWith("/") ? base : base + "/") + path);
    }

    private static boolean isServer(String base) {
        try {
            URI uri = URI.create(base.replace(RELEASE, "1"));
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false; // no URI at all; the caller says what is needed
        }
    }

    private static JsonNode mapping(Path file) {
        try {
            JsonNode tree = new YAMLMapper().readTree(Files.readString(file));
            if (tree.isObject() || tree.isMissingNode() || tree.isNull()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            throw wrong(file, "it is not YAML", e);
        } catch (IOException e) {
            throw wrong(file, "it cannot be read", e);
        }
        throw new NovumException(ExitCode.CONFIGURATION, file + ": it is no mapping from archives to servers; correct it");
    }

    private static Archive archive(String label, Path file) {
        Optional<Archive> archive =
                Arrays.stream(Archive.values()).filter(each -> each.label().equals(label)).findFirst();
        return archive.orElseThrow(() -> new NovumException(
                ExitCode.CONFIGURATION,
                file + ": no archive is called " + label + "; known are "
                        + Arrays.stream(Archive.values()).map(Archive::label).collect(Collectors.joining(", "))));
    }

    private static NovumException wrong(Path file, String problem, IOException cause) {
        return new NovumException(ExitCode.CONFIGURATION, file + ": " + problem + "; correct it", cause);
    }
}
