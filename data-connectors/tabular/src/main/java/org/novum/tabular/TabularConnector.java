package org.novum.tabular;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.novum.api.data.Capability;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Opens comma-, semicolon- or tab-separated files, plain or gzip, from paths, {@code file:} URIs and globs. */
public final class TabularConnector implements DataConnector {
    private final Path workingFolder;

    /** Relative paths start at the process's working folder. */
    public TabularConnector() {
        this(Path.of(""));
    }

    /** Relative paths start at this folder. */
    public TabularConnector(Path workingFolder) {
        this.workingFolder = workingFolder;
    }

    @Override
    public ConnectorCard card() {
        return new ConnectorCard(
                "tabular",
                "Tables of comma-, semicolon- or tab-separated values, plain or gzip-compressed.",
                Set.of("file"),
                Set.of(".csv", ".csv.gz", ".tsv", ".tsv.gz"),
                Set.of(
                        Capability.GZIP,
                        Capability.GLOB,
                        Capability.PROJECTION,
                        Capability.COLUMN_MAPPING,
                        Capability.ROW_SELECTION));
    }

    @Override
    public boolean accepts(String uri) {
        throw new UnsupportedOperationException("being written, from " + workingFolder);
    }

    @Override
    public Dataset open(DataSource source) {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * Opens files found by someone else, with the columns, units and selection of the source.
     *
     * @param source whose URIs are not looked at
     * @param files that become the parts
     */
    public Dataset open(DataSource source, List<TableFile> files) {
        throw new UnsupportedOperationException("being written");
    }
}
