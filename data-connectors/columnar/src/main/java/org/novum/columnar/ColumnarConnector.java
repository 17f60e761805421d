package org.novum.columnar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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
import org.novum.tabular.PartNames;
import org.novum.tabular.SourcePaths;

/**
 * Opens Parquet files, Arrow IPC files (also Feather version 2) and JSON, plain or gzip, as lines or as an array of objects,
 * from paths, {@code file:} URIs and globs.
 *
 * <p>Each file becomes a part, named by its stem. Columns that are asked for are read and no others. Whole numbers are
 * {@code INT32} or {@code INT64}, true and false 1 and 0, decimals {@code FLOAT64}, dates and times text as ISO 8601 has
 * them, structures text as JSON; missing values stay missing.
 */
public final class ColumnarConnector implements DataConnector {
    private static final int ROWS = 1 << 16;

    private final SourcePaths paths;
    private final int batchRows;

    /** Relative paths start at the process's working folder. */
    public ColumnarConnector() {
        this(Path.of(""), ROWS);
    }

    /** @param batchRows rows of a batch, about */
    ColumnarConnector(Path workingFolder, int batchRows) {
        this.paths = new SourcePaths(workingFolder, Kind.allEndings());
        this.batchRows = batchRows;
    }

    @Override
    public ConnectorCard card() {
        return new ConnectorCard(
                "columnar",
                "Parquet, Arrow IPC and Feather, lines of JSON and arrays of JSON objects.",
                Set.of("file"),
                Set.copyOf(Kind.allEndings()),
                Set.of(Capability.GLOB, Capability.PROJECTION, Capability.COLUMN_MAPPING, Capability.ROW_SELECTION));
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
