package org.novum.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.Capability;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/**
 * Opens tables of comma-, semicolon- or tab-separated values, plain, gzip or Zstandard, from paths, {@code file:} URIs and globs.
 *
 * <p>Each file becomes a part, named by its stem; files of the same stem get their folder in front. Opening reads each
 * file once, for its digest, rows and column types; reading parses the columns asked for and no others, so a wrong value
 * in a column that nobody reads does no harm. Numbers have the bits of {@link Double#parseDouble(String)}. Units are
 * stated on the cards and values stay as they are in the file.
 */
public final class TabularConnector implements DataConnector {
    private final SourcePaths paths;

    /** Relative paths start at the process's working folder. */
    public TabularConnector() {
        this(Path.of(""));
    }

    /** Relative paths start at this folder. */
    public TabularConnector(Path workingFolder) {
        this.paths = new SourcePaths(workingFolder, SourcePaths.ENDINGS);
    }

    @Override
    public ConnectorCard card() {
        return new ConnectorCard(
                "tabular",
                "Tables of comma-, semicolon- or tab-separated values, plain or compressed by gzip or Zstandard.",
                Set.of("file"),
                Set.copyOf(SourcePaths.ENDINGS),
                Set.of(
                        Capability.GZIP,
                        Capability.ZSTD,
                        Capability.GLOB,
                        Capability.PROJECTION,
                        Capability.COLUMN_MAPPING,
                        Capability.ROW_SELECTION));
    }

    @Override
    public boolean accepts(String uri) {
        return paths.accepts(uri);
    }

    @Override
    public Optional<List<Path>> files(DataSource source) {
        return Optional.of(source.uris().stream().flatMap(uri -> paths.files(uri).stream()).toList());
    }

    /**
     * Opens the source.
     *
     * @throws org.novum.api.data.DataException if a file is no table, is damaged, ragged or empty
     * @throws NovumException if there is no such file
     */
    @Override
    public Dataset open(DataSource source) {
        Set<Path> seen = new HashSet<>();
        List<Path> files = new ArrayList<>();
        for (String uri : source.uris()) {
            for (Path file : paths.files(uri)) {
                if (seen.add(real(file))) {
                    files.add(file);
                }
            }
        }
        return open(source, PartNames.of(files));
    }

    /**
     * Opens files found by someone else, with the columns, units and selection of the source.
     *
     * @param source whose URIs are not looked at
     * @param files that become the parts, in the order of their names
     */
    public Dataset open(DataSource source, List<TableFile> files) {
        if (files.isEmpty()) {
            throw new NovumException(ExitCode.NO_INPUT, "no data are named; name at least one file");
        }
        return new TabularDataset(
                source, files.stream().sorted(Comparator.comparing(TableFile::name)).toList());
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw SourceBytes.unreadable(file.toString(), e);
        }
    }
}
