package org.novum.runtime;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.Capability;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Operation;
import org.novum.api.literature.Librarian;
import org.novum.models.settings.ModelSource;
import org.novum.runtime.tool.ToolSource;

/**
 * The installed disciplines and connectors, and the models and foreign tools that can be reached.
 *
 * @param disciplines with unique names
 * @param connectors in the order in which they are asked
 * @param models where clients of language models come from
 * @param tools where lines to foreign tools come from
 * @param librarian who reads folders of publications, where one is installed
 */
public record Plugins(
        List<Discipline> disciplines,
        List<DataConnector> connectors,
        ModelSource models,
        ToolSource tools,
        Optional<Librarian> librarian) {
    private static final String FILE = "file:";

    /** What ends so may be a table, and may be anything. */
    private static final Pattern NOTES = Pattern.compile("(?is).*\\.(txt|dat)(\\.(gz|zst))?");

    /** Copies the lists and checks the names. */
    public Plugins {
        disciplines = List.copyOf(disciplines);
        connectors = List.copyOf(connectors);
        long names = disciplines.stream().map(discipline -> discipline.card().name()).distinct().count();
        if (names != disciplines.size()) {
            throw new IllegalArgumentException("two disciplines have the same name");
        }
    }

    /** Without foreign tools and without a librarian. */
    public Plugins(List<Discipline> disciplines, List<DataConnector> connectors, ModelSource models) {
        this(disciplines, connectors, models, ToolSource.NONE, Optional.empty());
    }

    /** Without any model. */
    public Plugins(List<Discipline> disciplines, List<DataConnector> connectors) {
        this(disciplines, connectors, ModelSource.NONE);
    }

    /** The same, with connectors that read sources themselves and no copies of them. */
    public Plugins direct() {
        return new Plugins(disciplines, connectors.stream().map(DataConnector::direct).toList(), models, tools, librarian);
    }

    /** All operations of all disciplines, by name. */
    public SortedMap<String, Operation<?>> operations() {
        SortedMap<String, Operation<?>> known = new TreeMap<>();
        disciplines.forEach(discipline -> discipline
                .operations()
                .forEach(operation -> known.put(operation.card().name(), operation)));
        return known;
    }

    /**
     * The operation of this name.
     *
     * @throws NovumException with {@code USAGE} if no discipline has it
     */
    public Operation<?> operation(String name) {
        SortedMap<String, Operation<?>> known = operations();
        Operation<?> operation = known.get(name);
        if (operation == null) {
            throw new NovumException(ExitCode.USAGE, "no operation is called " + name + "; known are " + known.keySet());
        }
        return operation;
    }

    /**
     * The discipline of this name.
     *
     * @throws NovumException with {@code CONFIGURATION} if it is not installed
     */
    public Discipline discipline(String name) {
        return disciplines.stream()
                .filter(discipline -> discipline.card().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NovumException(
                        ExitCode.CONFIGURATION,
                        "no discipline is called " + name + "; installed are "
                                + disciplines.stream()
                                        .map(discipline -> discipline.card().name())
                                        .collect(Collectors.toCollection(TreeSet::new))));
    }

    /**
     * Opens a source with the first connector that accepts all its URIs, or else each URI with the first that accepts it.
     *
     * <p>Where several connectors take part, names of columns, units and selections are told to those that can map and
     * select; a file that none accepts goes to one of them that gives rows for what cannot be read, if there is such.
     *
     * @throws DataException if one of them is a file of a kind that no connector reads
     * @throws NovumException with {@code NO_INPUT} if none accepts them for another reason
     */
    public Dataset open(DataSource source) {
        return connectors.stream()
                .filter(connector -> source.uris().stream().allMatch(connector::accepts))
                .findFirst()
                .map(connector -> connector.open(source))
                .orElseGet(() -> joined(source));
    }

    private Dataset joined(DataSource source) {
        Map<DataConnector, List<String>> byConnector = byConnector(source);
        boolean mapped = byConnector.keySet().stream().anyMatch(connector -> can(connector, Capability.COLUMN_MAPPING));
        boolean selected = byConnector.keySet().stream().anyMatch(connector -> can(connector, Capability.ROW_SELECTION));
        List<Dataset> opened = new ArrayList<>();
        try {
            byConnector.forEach((connector, uris) -> {
                boolean maps = !mapped || can(connector, Capability.COLUMN_MAPPING);
                boolean selects = !selected || can(connector, Capability.ROW_SELECTION);
                opened.add(connector.open(new DataSource(
                        uris,
                        maps ? source.columns() : Map.of(),
                        maps ? source.units() : Map.of(),
                        selects ? source.select() : Map.of())));
            });
            return new JoinedDataset(opened);
        } catch (RuntimeException failed) {
            opened.forEach(Dataset::close);
            throw failed;
        }
    }

    /** What no connector accepts goes to one that takes part and gives rows for what cannot be read. */
    private Map<DataConnector, List<String>> byConnector(DataSource source) {
        List<DataConnector> takingPart = connectors.stream()
                .filter(connector -> source.uris().stream().anyMatch(connector::accepts))
                .toList();
        Optional<DataConnector> forgiving = takingPart.stream()
                .filter(connector -> can(connector, Capability.PROBLEM_ROWS))
                .findFirst();
        Map<DataConnector, List<String>> byConnector = new LinkedHashMap<>();
        for (String uri : source.uris()) {
            DataConnector connector = takingPart.stream()
                    .filter(candidate -> candidate.accepts(uri))
                    .findFirst()
                    .filter(candidate -> forgiving.isEmpty() || candidate == forgiving.get() || !isNote(candidate, uri))
                    .or(() -> forgiving.filter(_ -> isFile(uri)))
                    .orElseThrow(() -> unopened(source));
            byConnector.computeIfAbsent(connector, _ -> new ArrayList<>()).add(uri);
        }
        return byConnector;
    }

    /** Whether a file whose name may be that of anything is no table: the note beside the spectra. */
    private static boolean isNote(DataConnector connector, String uri) {
        if (!NOTES.matcher(uri).matches() || !isFile(uri)) {
            return false;
        }
        try (Dataset _ = connector.open(DataSource.of(uri))) {
            return false;
        } catch (DataException _) {
            return true; // a row with its problem says so
        }
    }

    private static boolean can(DataConnector connector, Capability capability) {
        return connector.card().capabilities().contains(capability);
    }

    private NovumException unopened(DataSource source) {
        for (String uri : source.uris()) {
            if (isFolder(uri) && connectors.stream().noneMatch(connector -> connector.accepts(uri))) {
                return new NovumException(
                        ExitCode.NO_INPUT,
                        uri + ": a folder is read where it holds spectra or VOTables, and this one holds none; name files of other"
                                + " kinds one by one or by a pattern, as '" + uri.replaceFirst("/+$", "") + "/*.csv'");
            }
            if (isFile(uri) && connectors.stream().noneMatch(connector -> connector.accepts(uri))) {
                String endings = connectors.stream()
                        .flatMap(connector -> connector.card().endings().stream())
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .collect(Collectors.joining(", "));
                return new DataException(
                        uri,
                        "no connector reads files of this kind",
                        "export it as a table whose name ends in one of " + endings);
            }
        }
        return new NovumException(
                ExitCode.NO_INPUT,
                "no connector opens " + String.join(", ", source.uris())
                        + "; see what each accepts with: novum list connectors");
    }

    private static boolean isFile(String uri) {
        return path(uri).filter(Files::isRegularFile).isPresent();
    }

    private static boolean isFolder(String uri) {
        return path(uri).filter(Files::isDirectory).isPresent();
    }

    private static Optional<Path> path(String uri) {
        try {
            return Optional.of(Path.of(uri.startsWith(FILE) ? uri.substring(FILE.length()) : uri));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
