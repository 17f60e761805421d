package org.novum.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.Capability;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.archives.Catalogue;
import org.novum.archives.CatalogueEntry;
import org.novum.archives.FetchProgress;
import org.novum.archives.Fetcher;
import org.novum.fits.FitsConnector;
import org.novum.fits.spectrum.FileSource;
import org.novum.fits.spectrum.Formats;
import org.novum.fits.spectrum.SpectraDataset;
import org.novum.fits.template.BesideDataset;
import org.novum.fits.template.TemplateDataset;

/**
 * Opens spectra of the catalogue: {@code dataset:NAME}, {@code dataset:NAME,NAME} or, with {@code *} for any characters,
 * all that a pattern names.
 *
 * <p>They are the rows of one part, and each row's file is the entry's name with {@code .fits}, wherever its bytes were found.
 * Templates of the catalogue are a part per entry.
 *
 * @param catalogue that knows the entries
 * @param fetcher of their bytes
 * @param progress of downloads
 */
record CatalogueSpectra(Catalogue catalogue, Fetcher fetcher, FetchProgress progress) implements DataConnector {
    private static final String SCHEME = "dataset:";

    @Override
    public ConnectorCard card() {
        return new ConnectorCard(
                "archives-fits",
                "Spectra of the catalogue, from the cache, a mirror or the network.",
                Set.of("dataset"),
                Set.of(),
                Set.of(Capability.GZIP, Capability.PROJECTION, Capability.FETCH, Capability.PROBLEM_ROWS));
    }

    /** Also where one of several names means no spectra: it is this connector that tells which. */
    @Override
    public boolean accepts(String uri) {
        return uri.startsWith(SCHEME) && names(uri).stream().anyMatch(name -> !matching(name).isEmpty());
    }

    private static List<String> names(String uri) {
        return Arrays.stream(uri.substring(SCHEME.length()).split(",", -1)).map(String::strip).toList();
    }

    private List<CatalogueEntry> matching(String name) {
        Pattern pattern = Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q"));
        return catalogue.entries().stream()
                .filter(entry -> entry.isFits() && pattern.matcher(entry.name()).matches())
                .toList();
    }

    /** All that a URI names, each once. */
    private Set<CatalogueEntry> entries(String uri) {
        if (!uri.startsWith(SCHEME)) {
            throw new NovumException(ExitCode.NO_INPUT, uri + ": this is no dataset of the catalogue; write dataset:NAME");
        }
        Set<CatalogueEntry> found = new LinkedHashSet<>();
        for (String name : names(uri)) {
            List<CatalogueEntry> entries = matching(name);
            if (entries.isEmpty()) {
                throw new NovumException(ExitCode.NO_INPUT, uri + ": " + noSpectra(name));
            }
            found.addAll(entries);
        }
        return found;
    }

    private String noSpectra(String name) {
        if (name.isEmpty()) {
            return "a dataset's name is missing; write dataset:NAME or dataset:NAME,NAME";
        }
        return name.contains("*")
                ? "no spectra of the catalogue are called " + name + "; 'novum data list' names them"
                : "dataset:" + catalogue.entry(name).name() + " has no spectra; name it without them";
    }

    @Override
    public Optional<List<Path>> files(DataSource source) {
        List<Path> files = new ArrayList<>();
        for (String uri : source.uris()) {
            for (CatalogueEntry entry : entries(uri)) {
                List<Path> copies = fetcher.copies(entry);
                if (copies.isEmpty()) {
                    return Optional.empty();
                }
                files.addAll(copies);
            }
        }
        return Optional.of(files);
    }

    /**
     * Fetches and opens.
     *
     * @throws NovumException if the catalogue has no such spectra, nobody has their bytes, or columns or rows are to be chosen
     */
    @Override
    public Dataset open(DataSource source) {
        FitsConnector.requireNothingMapped(source);
        Set<CatalogueEntry> entries = new LinkedHashSet<>();
        source.uris().forEach(uri -> entries.addAll(entries(uri)));
        List<FileSource> files = new ArrayList<>();
        List<FileSource> templates = new ArrayList<>();
        for (CatalogueEntry entry : entries) {
            Path file = fetcher.fetch(entry, progress);
            (TemplateDataset.recognises(file) ? templates : files).add(new FileSource(file, entry.name() + ".fits"));
        }
        String name = entries.size() == 1 ? entries.iterator().next().name() : "spectra";
        List<Dataset> parts = new ArrayList<>();
        if (!templates.isEmpty()) {
            parts.add(new TemplateDataset(templates));
        }
        if (!files.isEmpty()) {
            parts.add(SpectraDataset.open(
                    new SpectraDataset.Request(name, String.join(" and ", source.uris()), files),
                    Formats.installed(),
                    new ScanConsole()));
        }
        return BesideDataset.of(parts);
    }
}
