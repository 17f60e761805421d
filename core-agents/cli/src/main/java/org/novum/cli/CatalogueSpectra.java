package org.novum.cli;

import java.nio.file.Path;
import java.util.ArrayList;
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

    @Override
    public boolean accepts(String uri) {
        return uri.startsWith(SCHEME) && !entries(uri).isEmpty();
    }

    private List<CatalogueEntry> entries(String uri) {
        List<CatalogueEntry> found = new ArrayList<>();
        for (String name : uri.substring(SCHEME.length()).split(",", -1)) {
            Pattern pattern = Pattern.compile(Pattern.quote(name.strip()).replace("*", "\\E.*\\Q"));
            catalogue.entries().stream()
                    .filter(entry -> entry.isFits() && pattern.matcher(entry.name()).matches())
                    .forEach(found::add);
        }
        return found;
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

    @Override
    public Dataset open(DataSource source) {
        if (!source.columns().isEmpty() || !source.units().isEmpty() || !source.select().isEmpty()) {
            throw new NovumException(
                    ExitCode.CONFIGURATION, "spectra have columns and units of their own; leave columns, units and select out");
        }
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
