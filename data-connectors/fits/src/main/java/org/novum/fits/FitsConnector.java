package org.novum.fits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.Capability;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.files.FilePattern;
import org.novum.fits.line.SurveyLinesDataset;
import org.novum.fits.spectrum.FileSource;
import org.novum.fits.spectrum.Formats;
import org.novum.fits.spectrum.ScanProgress;
import org.novum.fits.spectrum.SpectraDataset;
import org.novum.fits.spectrum.SpectrumPaths;
import org.novum.fits.template.BesideDataset;
import org.novum.fits.template.TemplateDataset;

/**
 * Reads spectra of SDSS, BOSS, eBOSS, LAMOST, DESI and OzDES from files, folders and globs, as the rows of one part.
 *
 * <p>Files may be gzip- or fpack-compressed. Whatever cannot be read becomes a row with its {@code problem}. In folders and
 * globs, spectra of other installed formats are read too. A path, folder or glob followed by {@code #exposures} gives a row
 * for each exposure of the files that hold them, by {@code #lines} one for each line that their survey fitted, and by
 * {@code #models} the survey's best model as a further column. Files of templates that are named for themselves are parts of
 * their own.
 */
public final class FitsConnector implements DataConnector {
    private static final Set<String> ENDINGS =
            Set.of(".fits", ".fit", ".fts", ".fits.gz", ".fit.gz", ".fts.gz", ".fits.fz", ".fit.fz");

    private final SpectrumPaths paths;
    private final ScanProgress progress;
    private final UnaryOperator<SpectraDataset> batches;

    /** Relative paths start at the process's working folder. */
    public FitsConnector() {
        this(Path.of(""), ScanProgress.SILENT);
    }

    /**
     * @param workingFolder where relative paths start
     * @param progress told how many files have been opened
     */
    public FitsConnector(Path workingFolder, ScanProgress progress) {
        this(workingFolder, progress, UnaryOperator.identity());
    }

    /** @param batches sets the size of batches */
    FitsConnector(Path workingFolder, ScanProgress progress, UnaryOperator<SpectraDataset> batches) {
        this.paths = new SpectrumPaths(workingFolder);
        this.progress = progress;
        this.batches = batches;
    }

    @Override
    public ConnectorCard card() {
        return new ConnectorCard(
                "fits",
                "Spectra in FITS of SDSS, BOSS, eBOSS, LAMOST, DESI and OzDES, plain, gzip- or fpack-compressed, one row each.",
                Set.of("file"),
                ENDINGS,
                Set.of(Capability.GZIP, Capability.FOLDER, Capability.PROBLEM_ROWS, Capability.PROJECTION));
    }

    @Override
    public boolean accepts(String uri) {
        return paths.accepts(uri, FitsConnector::isFits);
    }

    private static boolean isFits(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    @Override
    public Optional<List<Path>> files(DataSource source) {
        return Optional.of(paths.files(source.uris()).stream().map(FileSource::path).toList());
    }

    /**
     * Opens the source.
     *
     * @throws NovumException if there is no such file, or columns or rows are to be chosen
     */
    @Override
    public Dataset open(DataSource source) {
        requireNothingMapped(source);
        // In a folder or glob templates are files that are no spectra; a file that is named for itself is meant.
        List<String> named = source.uris().stream().filter(this::isTemplate).toList();
        List<String> lines = source.uris().stream().filter(uri -> uri.endsWith(SpectrumPaths.LINES)).toList();
        List<String> uris = source.uris().stream()
                .filter(uri -> !named.contains(uri) && !lines.contains(uri))
                .toList();
        List<FileSource> templates = paths.files(named);
        List<FileSource> files = paths.files(uris);
        if (source.uris().isEmpty()) {
            throw new NovumException(ExitCode.NO_INPUT, "no data are named; name at least one file or folder");
        }
        List<Dataset> parts = new ArrayList<>();
        if (!lines.isEmpty()) {
            parts.add(new SurveyLinesDataset(paths.files(lines)));
        }
        if (!templates.isEmpty()) {
            parts.add(new TemplateDataset(templates));
        }
        if (!files.isEmpty()) {
            parts.add(batches.apply(SpectraDataset.open(
                    new SpectraDataset.Request(name(uris), uri(uris), files), Formats.installed(), progress)));
        }
        return BesideDataset.of(parts);
    }

    private boolean isTemplate(String uri) {
        if (!isFits(uri) || FilePattern.of(uri).hasWildcards()) {
            return false;
        }
        List<FileSource> found = paths.files(uri);
        return found.size() == 1
                && found.getFirst().label().equals(FilePattern.of(uri).text())
                && TemplateDataset.recognises(found.getFirst().path());
    }

    /**
     * Refuses what spectra have of their own.
     *
     * @throws NovumException if columns, units or rows are to be chosen
     */
    public static void requireNothingMapped(DataSource source) {
        TreeMap<String, String> asked = new TreeMap<>(source.columns());
        asked.putAll(source.units());
        asked.putAll(source.select());
        if (!asked.isEmpty()) {
            throw new NovumException(
                    ExitCode.CONFIGURATION,
                    "spectra have columns and units of their own, and all rows are read; leave out " + asked.keySet());
        }
    }

    /** The stem of the only file or folder, or {@code spectra}. */
    private static String name(List<String> uris) {
        String last = SpectrumPaths.place(uris.getFirst())
                .replaceFirst("^[Ff][Ii][Ll][Ee]:", "")
                .replaceFirst("/+$", "")
                .replaceFirst(".*/", "");
        String stem = last.replaceFirst("(?i)\\.(fits|fit|fts)(\\.gz|\\.fz)?$", "");
        return uris.size() == 1 && stem.matches("[^*?\\[{]+") ? stem : "spectra";
    }

    private static String uri(List<String> uris) {
        return uris.size() == 1 ? uris.getFirst() : uris.getFirst() + " and " + (uris.size() - 1) + " more";
    }
}
