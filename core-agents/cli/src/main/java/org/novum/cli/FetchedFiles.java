package org.novum.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.Capability;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.archives.Catalogue;
import org.novum.archives.CatalogueEntry;
import org.novum.archives.Fetcher;
import org.novum.archives.address.ArchiveAddresses;
import org.novum.runtime.Plugins;

/**
 * Opens files by their addresses in archives, and datasets of the catalogue that are neither tables of text nor spectra, with
 * the connector for what they are: {@code cern:12341/FILE.root#Events}, {@code dataset:NAME#PART}.
 *
 * <p>Parts have the address for their URI, wherever the bytes were found.
 *
 * @param catalogue that knows the entries
 * @param fetcher of their bytes
 * @param readers of files on this machine
 */
record FetchedFiles(Catalogue catalogue, Fetcher fetcher, Plugins readers) implements DataConnector {
    private static final String DATASET = "dataset:";
    private static final String FILE = "file:";

    /** Those whose datasets of the catalogue have connectors of their own. */
    private static final Set<String> ELSEWHERE = Set.of("tabular", "fits");

    @Override
    public ConnectorCard card() {
        return new ConnectorCard(
                "archives-files",
                "Files of archives by their addresses, and datasets of the catalogue of any other kind that is read here.",
                Set.of("dataset", "cern", "jsoc", "lamost", "sdss", "swpc"),
                Set.of(),
                Set.of(
                        Capability.GZIP,
                        Capability.FETCH,
                        Capability.PROJECTION,
                        Capability.COLUMN_MAPPING,
                        Capability.ROW_SELECTION));
    }

    /**
     * What is to be fetched, and which piece of it.
     *
     * @param asked the address, or the names of datasets
     * @param piece {@code #} and what follows it, or nothing
     */
    private record Address(String asked, String piece) {
        static Address of(String uri) {
            int mark = uri.indexOf('#');
            return mark < 0 ? new Address(uri, "") : new Address(uri.substring(0, mark), uri.substring(mark));
        }

        boolean isOfArchive() {
            return ArchiveAddresses.isAddress(asked);
        }

        boolean isOfCatalogue() {
            return asked.startsWith(DATASET);
        }

        List<String> names() {
            return List.of(asked.substring(DATASET.length()).split(",", -1));
        }
    }

    @Override
    public boolean accepts(String uri) {
        Address address = Address.of(uri);
        if (address.isOfArchive()) {
            return true;
        }
        return address.isOfCatalogue() && address.names().stream().allMatch(name -> isOpened(name.strip(), address.piece));
    }

    private boolean isOpened(String name, String piece) {
        return find(name).filter(entry -> !entry.isFits() || !piece.isEmpty()).map(entry -> FILE + entry.fileName() + piece)
                .filter(file -> readers.connectors().stream()
                        .anyMatch(reader -> !ELSEWHERE.contains(reader.card().name()) && reader.accepts(file)))
                .isPresent();
    }

    private Optional<CatalogueEntry> find(String name) {
        return catalogue.entries().stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    @Override
    public Optional<List<Path>> files(DataSource source) {
        List<Path> files = new ArrayList<>();
        for (String uri : source.uris()) {
            Address address = Address.of(uri);
            List<List<Path>> copies = address.isOfArchive()
                    ? List.of(fetcher.copies(address.asked))
                    : address.names().stream().map(name -> fetcher.copies(catalogue.entry(name.strip()))).toList();
            if (copies.stream().anyMatch(List::isEmpty)) {
                return Optional.empty();
            }
            copies.forEach(files::addAll);
        }
        return Optional.of(files);
    }

    /**
     * Fetches and opens.
     *
     * @throws org.novum.api.NovumException if an address is wrong, nobody has the file, or it is not what its name says
     */
    @Override
    public Dataset open(DataSource source) {
        Map<Path, String> fetched = new LinkedHashMap<>();
        List<String> uris = new ArrayList<>();
        for (String uri : source.uris()) {
            Address address = Address.of(uri);
            fetch(address).forEach((file, asked) -> {
                fetched.put(file, asked);
                uris.add(FILE + file + address.piece);
            });
        }
        Dataset opened = readers.open(new DataSource(uris, source.columns(), source.units(), source.select()));
        DatasetCard card = opened.card();
        return new Addressed(
                opened,
                new DatasetCard(card.name(), card.parts().stream().map(part -> addressed(part, fetched)).toList()));
    }

    /** Files on this machine, and what each was asked for by. */
    private Map<Path, String> fetch(Address address) {
        try (FetchConsole console = new FetchConsole()) {
            if (address.isOfArchive()) {
                return Map.of(fetcher.fetch(address.asked, console).file(), address.asked);
            }
            Map<Path, String> files = new LinkedHashMap<>();
            for (String name : address.names()) {
                files.put(fetcher.fetchNamed(catalogue.entry(name.strip()), console), DATASET + name.strip());
            }
            return files;
        }
    }

    private static DataPart addressed(DataPart part, Map<Path, String> fetched) {
        for (Map.Entry<Path, String> file : fetched.entrySet()) {
            int start = part.uri().indexOf(file.getKey().toString());
            if (start >= 0) {
                String piece = part.uri().substring(start + file.getKey().toString().length());
                return new DataPart(part.name(), file.getValue() + piece, part.rows(), part.sha256(), part.columns());
            }
        }
        return part;
    }

    /** A dataset whose parts have their addresses. */
    private record Addressed(Dataset opened, DatasetCard card) implements Dataset {
        @Override
        public Batches read(BufferAllocator allocator, String part, List<String> columns) {
            return opened.read(allocator, part, columns);
        }

        @Override
        public Optional<Batches> asWritten(BufferAllocator allocator, String part, String column) {
            return opened.asWritten(allocator, part, column);
        }

        @Override
        public void close() {
            opened.close();
        }
    }
}
