package org.novum.votable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.Capability;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.fits.spectrum.FileSource;
import org.novum.fits.spectrum.Formats;
import org.novum.fits.spectrum.ScanProgress;
import org.novum.fits.spectrum.SpectraDataset;
import org.novum.fits.spectrum.SpectrumException;
import org.novum.fits.spectrum.SpectrumFiles;
import org.novum.fits.spectrum.SpectrumPaths;
import uk.ac.starlink.votable.VOStarTable;

/**
 * Reads VOTables: spectra as the rows of one part, and any other table, such as the answer of an SSAP or ObsCore service, as
 * a part of its own.
 *
 * <p>Which it is, the first document decides. An answer that a service cut off is read, and the dataset's name says so; an
 * error of a service is an error here, with the service's words. {@code FILE.vot#2} and {@code FILE.vot#NAME} choose one table,
 * as which a spectrum can be read too.
 */
public final class VotableConnector implements DataConnector {
    private static final Set<String> ENDINGS =
            Set.of(".vot", ".votable", ".xml", ".vot.gz", ".votable.gz", ".xml.gz");

    private final SpectrumPaths paths;

    /** Relative paths start at the process's working folder. */
    public VotableConnector() {
        this.paths = new SpectrumPaths(Path.of(""));
    }

    @Override
    public ConnectorCard card() {
        return new ConnectorCard(
                "votable",
                "VOTables of the Virtual Observatory: tables of any kind, SSAP and ObsCore answers, and spectra, one row each.",
                Set.of("file"),
                ENDINGS,
                Set.of(Capability.GZIP, Capability.GLOB, Capability.PROJECTION));
    }

    @Override
    public boolean accepts(String uri) {
        return paths.accepts(choice(uri).file(), VotableConnector::isVotable);
    }

    private static TableChoice choice(String uri) {
        return TableChoice.of(uri, VotableConnector::isVotable);
    }

    private static boolean isVotable(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    @Override
    public Optional<List<Path>> files(DataSource source) {
        List<String> uris = source.uris().stream().map(uri -> choice(uri).file()).toList();
        return Optional.of(paths.files(uris).stream().map(FileSource::path).toList());
    }

    /**
     * Opens the source.
     *
     * @throws DataException if a document is broken, has no such table, or is the error of a service
     * @throws NovumException if there is no such file, or columns or rows are to be chosen
     */
    @Override
    public Dataset open(DataSource source) {
        requireNothingMapped(source);
        List<TableChoice> choices = source.uris().stream().map(VotableConnector::choice).toList();
        if (!choices.stream().allMatch(TableChoice::isAll)) {
            return tables(choices.stream().flatMap(this::documents).toList());
        }
        List<FileSource> files = paths.files(source.uris()).stream().filter(file -> isVotable(file.label())).toList();
        if (files.isEmpty()) {
            throw new NovumException(ExitCode.NO_INPUT, String.join(", ", source.uris()) + ": no VOTable is there; name a file");
        }
        List<Document> documents = new ArrayList<>();
        for (FileSource file : files) {
            Document document = Document.of(file, choice(""));
            if (document.isSpectrum()) {
                return spectra(source, files);
            }
            documents.add(document);
        }
        return tables(documents);
    }

    private Stream<Document> documents(TableChoice choice) {
        return paths.files(choice.file()).stream()
                .filter(file -> isVotable(file.label()))
                .map(file -> Document.of(file, choice));
    }

    /** One that is none among spectra is a row with its reason. */
    private static Dataset spectra(DataSource source, List<FileSource> files) {
        return SpectraDataset.open(
                new SpectraDataset.Request(
                        files.size() == 1 ? stem(files.getFirst()) : "spectra", source.uris().getFirst(), files),
                Formats.installed(),
                ScanProgress.SILENT);
    }

    private static void requireNothingMapped(DataSource source) {
        TreeSet<String> asked = new TreeSet<>(new TreeMap<>(source.columns()).keySet());
        asked.addAll(source.units().keySet());
        asked.addAll(source.select().keySet());
        if (!asked.isEmpty()) {
            throw new NovumException(
                    ExitCode.CONFIGURATION,
                    "VOTables state names and units themselves, and all rows are read; leave out " + asked);
        }
    }

    /** A file that was read once, or why it cannot be read. */
    private record Document(
            FileSource file,
            TableChoice choice,
            String sha256,
            @Nullable VotableDocument content,
            @Nullable RuntimeException problem) {
        static Document of(FileSource file, TableChoice choice) {
            try {
                byte[] bytes = SpectrumFiles.read(file.path());
                String sha256 = HexFormat.of().formatHex(SpectrumFiles.sha256(bytes));
                return new Document(file, choice, sha256, VotableDocument.of(bytes), null);
            } catch (VotableException | SpectrumException problem) {
                return new Document(file, choice, "", null, problem); // which is told where no other file is a spectrum
            }
        }

        boolean isSpectrum() {
            try {
                return content != null
                        && content.tables().stream().anyMatch(table -> SpectralTable.of(table).isPresent());
            } catch (VotableException | SpectrumException _) {
                return false; // reading it as a table says why
            }
        }

        VotableDocument required() {
            if (content == null) {
                throw problem == null ? new IllegalStateException("neither a document nor a problem") : problem;
            }
            return content;
        }
    }

    private static Dataset tables(List<Document> documents) {
        List<VotableTable> tables = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Document document : documents) {
            try {
                names.add(add(document, tables));
            } catch (VotableException | SpectrumException e) {
                throw new DataException(
                        document.file.label(), String.valueOf(e.getMessage()), "export it again as a VOTable", e);
            }
        }
        return new VotableDataset(String.join(", ", names), tables);
    }

    /** Documents of one name in several folders are parts of their own. */
    private static String free(String name, List<VotableTable> tables) {
        String free = name;
        for (int number = 2; isTaken(free, tables); number++) {
            free = name + "-" + number;
        }
        return free;
    }

    private static boolean isTaken(String name, List<VotableTable> tables) {
        return tables.stream().anyMatch(table -> table.part().name().equals(name));
    }

    /** Adds the tables of a document, and says what it is called. */
    private static String add(Document read, List<VotableTable> tables) {
        FileSource file = read.file;
        VotableDocument document = read.required();
        String stem = stem(file);
        String name = switch (document.status()) {
            case QueryStatus.Complete _ -> stem;
            case QueryStatus.Overflow _ -> stem + QueryStatus.Overflow.NAMED;
            case QueryStatus.Error error -> throw new DataException(
                    file.label(), "the service answered with an error: " + error.message(), "correct the query and ask again");
        };
        List<VOStarTable> all = document.tables();
        if (all.isEmpty()) {
            throw new DataException(file.label(), "the document has no table", "export it again as a VOTable");
        }
        String piece = read.choice.isAll() ? "" : "#" + read.choice.table();
        for (int i : read.choice.in(document, file.label())) {
            String part = free(all.size() == 1 ? stem : stem + "-" + (i + 1), tables);
            tables.add(VotableTable.of(
                    new VotableTable.Origin(part, "file:" + file.path() + piece, file.label(), read.sha256), all.get(i)));
        }
        return name;
    }

    private static String stem(FileSource file) {
        return String.valueOf(file.path().getFileName()).replaceFirst("(?i)\\.(vot|votable|xml)(\\.gz)?$", "");
    }
}
