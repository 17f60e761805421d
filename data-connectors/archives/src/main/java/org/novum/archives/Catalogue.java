package org.novum.archives;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.archives.address.ArchiveAddresses;
import org.novum.archives.address.ArchiveHosts;
import org.novum.tabular.Texts;

/**
 * The datasets that can be asked for by name.
 *
 * @param entries in the order of the catalogue file
 */
public record Catalogue(List<CatalogueEntry> entries) {
    private static final String BUNDLED = "datasets.yaml";
    private static final Set<String> KEYS =
            Set.of("name", "title", "url", "mirror", "bytes", "sha256", "licence", "citation", "note");

    /** Copies the list. */
    public Catalogue {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a catalogue file in YAML: a list under {@code datasets}.
     *
     * @throws NovumException if it is not there, or an entry is wrong
     */
    public static Catalogue read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new NovumException(
                    ExitCode.NO_INPUT,
                    "the catalogue " + file + " cannot be read (" + e.getClass().getSimpleName() + "); check its path",
                    e);
        }
    }

    /** The catalogue that ships with this module: the project's {@code examples/datasets.yaml}. */
    public static Catalogue bundled() {
        try (InputStream in = Catalogue.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new NovumException(
                        ExitCode.SOFTWARE, "the bundled catalogue " + BUNDLED + " is missing; build the module again");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), BUNDLED);
        } catch (IOException e) {
            throw new NovumException(
                    ExitCode.SOFTWARE, "the bundled catalogue cannot be read; build the module again", e);
        }
    }

    /**
     * This catalogue and, behind it, the user's own: {@code datasets.yaml} of the home folder, if it is there.
     *
     * @throws NovumException as {@link #read}, and if an own entry has the name of one that is here already
     */
    public Catalogue withOwn(ArchivePlaces places) {
        Path file = places.home().resolve("datasets.yaml");
        if (!Files.exists(file)) {
            return this;
        }
        List<CatalogueEntry> all = new ArrayList<>(entries);
        for (CatalogueEntry own : read(file).entries) {
            if (entries.stream().anyMatch(entry -> entry.name().equals(own.name()))) {
                throw wrong(file.toString(), "the catalogue has a dataset called " + own.name() + " already", null);
            }
            all.add(own);
        }
        return new Catalogue(all);
    }

    /**
     * The dataset of this name.
     *
     * @throws NovumException if there is none; names the nearest
     */
    public CatalogueEntry entry(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    /** The dataset with this digest, if it is listed. */
    public Optional<CatalogueEntry> bySha256(String sha256) {
        return entries.stream().filter(entry -> entry.isListed() && entry.sha256().equals(sha256)).findFirst();
    }

    private NovumException unknown(String name) {
        List<String> names = entries.stream().map(CatalogueEntry::name).toList();
        String guess = Texts.nearest(name, names)
                .map(near -> "did you mean " + near + "?")
                .orElse("choose one of " + Texts.listed(names));
        return new NovumException(
                ExitCode.NO_INPUT, "dataset:" + name + ": the catalogue has no such dataset; " + guess);
    }

    private static Catalogue parse(String yaml, String label) {
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException e) {
            throw wrong(label, "it is not YAML (" + firstLine(e.getOriginalMessage()) + ")", e);
        }
        if (!root.path("datasets").isArray()) {
            throw wrong(label, "it needs a list under 'datasets'", null);
        }
        List<CatalogueEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : root.path("datasets")) {
            CatalogueEntry entry = entry(node, label + ", dataset " + (entries.size() + 1));
            if (!names.add(entry.name())) {
                throw wrong(label, "two datasets are called " + entry.name(), null);
            }
            entries.add(entry);
        }
        return new Catalogue(entries);
    }

    private static CatalogueEntry entry(JsonNode node, String label) {
        node.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw wrong(label, "'" + Texts.shown(key) + "' is not a key of a dataset", null);
            }
        });
        try {
            String text = node.path("url").asText("");
            Optional<URI> url = text.isBlank() ? Optional.empty() : Optional.of(uri(text));
            return new CatalogueEntry(
                    node.path("name").asText(""),
                    node.path("title").asText(""),
                    url,
                    node.path("mirror").asText(url.map(Catalogue::place).orElse("")),
                    node.path("bytes").asLong(0),
                    node.path("sha256").asText(""),
                    node.path("licence").asText(""),
                    node.path("citation").asText(""),
                    node.path("note").asText(""));
        } catch (IllegalArgumentException | NovumException e) {
            throw wrong(label, String.valueOf(e.getMessage()), e);
        }
    }

    /** Where a mirror has a file of this address, if an entry does not say it. */
    private static String place(URI url) {
        return ArchiveAddresses.isAddress(url.toString())
                ? "archives/" + new ArchiveAddresses(ArchiveHosts.PUBLIC).resolve(CatalogueEntry.addressOf(url)).path()
                : String.valueOf(url.getPath()).replaceFirst("^.*/", "");
    }

    /** Addresses of archives may hold brackets, which a URI must hide. */
    private static URI uri(String text) {
        if (!ArchiveAddresses.isAddress(text)) {
            return URI.create(text);
        }
        int colon = text.indexOf(':');
        try {
            return new URI(text.substring(0, colon), text.substring(colon + 1), null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + Texts.shown(text) + "' is no address", e);
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static NovumException wrong(
            String label, String problem, @org.jspecify.annotations.Nullable Throwable cause) {
        String message = "the catalogue " + label + ": " + problem + "; correct it";
        return cause == null
                ? new NovumException(ExitCode.CONFIGURATION, message)
                : new NovumException(ExitCode.CONFIGURATION, message, cause);
    }
}
