package org.novum.columnar;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.novum.api.data.Capability;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.tabular.SourcePaths;

/**
 * Opens JSON, plain or gzip, as lines, as an array of objects or as objects one after the other, from paths, {@code file:}
 * URIs and globs.
 *
 * <p>Each file becomes a part, named by its stem. Whole numbers are {@code INT64}, true and false 1 and 0, others
 * {@code FLOAT64}, structures text as it is written; missing values stay missing.
 */
public final class JsonConnector implements DataConnector {
    private static final List<String> ENDINGS = Kind.endings(Kind.JSON_LINES, Kind.JSON);

    private final DuckFiles files;

    /** Relative paths start at the process's working folder. */
    public JsonConnector() {
        this(Path.of(""), DuckFiles.ROWS);
    }

    /** @param batchRows rows of a batch, about */
    JsonConnector(Path workingFolder, int batchRows) {
        this.files = new DuckFiles(new SourcePaths(workingFolder, ENDINGS), batchRows);
    }

    @Override
    public ConnectorCard card() {
        return new ConnectorCard(
                "json",
                "JSON, plain or gzip: an object a line, arrays of objects, objects one after the other.",
                Set.of("file"),
                Set.copyOf(ENDINGS),
                Set.of(Capability.GZIP, Capability.GLOB, Capability.PROJECTION, Capability.COLUMN_MAPPING, Capability.ROW_SELECTION));
    }

    @Override
    public boolean accepts(String uri) {
        return files.accepts(uri);
    }

    @Override
    public Optional<List<Path>> files(DataSource source) {
        return files.files(source);
    }

    /**
     * Opens the source.
     *
     * @throws org.novum.api.data.DataException if a file is damaged or of another kind than its ending says
     * @throws org.novum.api.NovumException if there is no such file
     */
    @Override
    public Dataset open(DataSource source) {
        return files.open(source);
    }
}
