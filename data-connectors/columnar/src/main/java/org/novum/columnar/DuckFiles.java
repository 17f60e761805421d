package org.novum.columnar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.tabular.PartNames;
import org.novum.tabular.SourcePaths;

/**
 * Files of some kinds that DuckDB reads, each of which becomes a part, named by its stem.
 *
 * @param paths where they may be, and what their names end in
 * @param batchRows rows of a batch, about
 */
record DuckFiles(SourcePaths paths, int batchRows) {
    static final int ROWS = 1 << 16;

    boolean accepts(String uri) {
        return !uri.endsWith("*") && paths.accepts(uri);
    }

    Optional<List<Path>> files(DataSource source) {
        return Optional.of(source.uris().stream().flatMap(uri -> paths.files(uri).stream()).toList());
    }

    /**
     * Opens a source.
     *
     * @throws org.novum.api.data.DataException if a file is damaged or of another kind than its ending says
     * @throws NovumException if there is no such file
     */
    Dataset open(DataSource source) {
        Set<Path> files = new LinkedHashSet<>();
        source.uris().forEach(uri -> files.addAll(paths.files(uri)));
        if (files.isEmpty()) {
            throw new NovumException(ExitCode.NO_INPUT, "no data are named; name at least one file");
        }
        return new ColumnarDataset(source, PartNames.of(new ArrayList<>(files)), batchRows);
    }
}
