package org.novum.columnar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.tabular.PartNames;
import org.novum.tabular.SourcePaths;

/**
 * Opens files of some kinds that DuckDB reads, from paths, {@code file:} URIs and globs; each becomes a part, named by its stem.
 */
abstract sealed class DuckConnector implements DataConnector permits ColumnarConnector, JsonConnector {
    static final int ROWS = 1 << 16;

    private final ConnectorCard card;
    private final SourcePaths paths;
    private final int batchRows;

    /**
     * @param card with the endings of the files
     * @param workingFolder where relative paths start
     * @param batchRows rows of a batch, about
     */
    DuckConnector(ConnectorCard card, Path workingFolder, int batchRows) {
        this.card = card;
        this.paths = new SourcePaths(workingFolder, card.endings().stream().sorted().toList());
        this.batchRows = batchRows;
    }

    @Override
    public ConnectorCard card() {
        return card;
    }

    @Override
    public boolean accepts(String uri) {
        return !uri.endsWith("*") && paths.accepts(uri);
    }

    @Override
    public Optional<List<Path>> files(DataSource source) {
        return Optional.of(source.uris().stream().flatMap(uri -> paths.files(uri).stream()).toList());
    }

    /**
     * Opens the source.
     *
     * @throws org.novum.api.data.DataException if a file is damaged or of another kind than its ending says
     * @throws NovumException if there is no such file
     */
    @Override
    public Dataset open(DataSource source) {
        Set<Path> files = new LinkedHashSet<>();
        source.uris().forEach(uri -> files.addAll(paths.files(uri)));
        if (files.isEmpty()) {
            throw new NovumException(ExitCode.NO_INPUT, "no data are named; name at least one file");
        }
        return new ColumnarDataset(source, PartNames.of(new ArrayList<>(files)), batchRows);
    }
}
