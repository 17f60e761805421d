package org.novum.archives;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.Capability;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.tabular.TableFile;
import org.novum.tabular.TabularConnector;

/**
 * Opens datasets of the catalogue: {@code dataset:NAME}, {@code dataset:NAME,NAME}.
 *
 * <p>Each becomes a part, named by the stem of its file and with the URI {@code dataset:NAME}, wherever its bytes were
 * found; so results do not depend on the machine.
 */
public final class DatasetConnector implements DataConnector {
    private static final String SCHEME = "dataset:";

    private final Fetcher fetcher;
    private final Supplier<Catalogue> catalogue;
    private final FetchProgress progress;

    /** Uses the places of the environment, and the bundled catalogue with the user's own entries. */
    public DatasetConnector() {
        this(ArchivePlaces.fromEnvironment());
    }

    /** A wrong catalogue of the user's is told when it is asked for something. */
    private DatasetConnector(ArchivePlaces places) {
        this.fetcher = new Fetcher(places);
        this.catalogue = () -> Catalogue.bundled().withOwn(places);
        this.progress = FetchProgress.SILENT;
    }

    /** Uses these places and this catalogue, and tells the progress of downloads. */
    public DatasetConnector(ArchivePlaces places, Catalogue catalogue, FetchProgress progress) {
        this(new Fetcher(places), catalogue, progress);
    }

    /** Uses this fetcher and this catalogue, and tells the progress of downloads. */
    public DatasetConnector(Fetcher fetcher, Catalogue catalogue, FetchProgress progress) {
        this.fetcher = fetcher;
        this.catalogue = () -> catalogue;
        this.progress = progress;
    }

    @Override
    public ConnectorCard card() {
        return new ConnectorCard(
                "archives",
                "Datasets of the catalogue, from the cache, a mirror or the network.",
                Set.of("dataset"),
                Set.of(),
                Set.of(
                        Capability.GZIP,
                        Capability.PROJECTION,
                        Capability.COLUMN_MAPPING,
                        Capability.ROW_SELECTION,
                        Capability.FETCH));
    }

    @Override
    public boolean accepts(String uri) {
        return uri.startsWith(SCHEME) && !uri.contains("*") && !namesFits(uri);
    }

    /** Spectra of the catalogue, and patterns of their names, are for a connector that reads FITS. */
    private boolean namesFits(String uri) {
        return catalogue.get().entries().stream()
                .filter(CatalogueEntry::isFits)
                .anyMatch(entry -> List.of(uri.substring(SCHEME.length()).split(",", -1)).contains(entry.name()));
    }

    @Override
    public Optional<List<Path>> files(DataSource source) {
        List<Path> files = new ArrayList<>();
        for (String uri : source.uris()) {
            for (String name : names(uri)) {
                List<Path> copies = fetcher.copies(catalogue.get().entry(name));
                if (copies.isEmpty()) {
                    return Optional.empty();
                }
                files.addAll(copies);
            }
        }
        return Optional.of(files);
    }

    /**
     * Opens the datasets named.
     *
     * @throws NovumException if the catalogue does not know one, or no source has it
     * @throws DataException if a file is no table
     */
    @Override
    public Dataset open(DataSource source) {
        Set<String> names = new LinkedHashSet<>();
        source.uris().forEach(uri -> names.addAll(names(uri)));
        Catalogue known = catalogue.get();
        List<CatalogueEntry> entries = names.stream().map(known::entry).toList();
        List<TableFile> files = new ArrayList<>();
        for (CatalogueEntry entry : entries) {
            Path file = fetcher.fetch(entry, progress);
            files.add(new TableFile(entry.stem(), SCHEME + entry.name(), SCHEME + entry.name(), file));
        }
        Dataset dataset = new TabularConnector().open(source, files);
        for (CatalogueEntry entry : entries) {
            DataPart part = dataset.card().part(entry.stem());
            if (!fetcher.digest(entry).filter(part.sha256()::equals).isPresent()) {
                dataset.close();
                throw new DataException(part.uri(), "its file changed while it was opened", "start again");
            }
        }
        return dataset;
    }

    private static List<String> names(String uri) {
        if (!uri.startsWith(SCHEME)) {
            throw new NovumException(
                    ExitCode.NO_INPUT, uri + ": this is no dataset of the catalogue; write dataset:NAME");
        }
        List<String> names = new ArrayList<>();
        for (String name : uri.substring(SCHEME.length()).split(",", -1)) {
            if (name.isBlank()) {
                throw new NovumException(
                        ExitCode.NO_INPUT, uri + ": a dataset's name is missing; write dataset:NAME or dataset:NAME,NAME");
            }
            names.add(name.strip());
        }
        return names;
    }
}
