package org.novum.root;

import java.nio.file.Path;
import java.util.ArrayList;
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
 * Opens ROOT files: the trees (TTree) and ntuples (RNTuple 1.0) in them, compressed with whatever ROOT compresses with.
 *
 * <p>{@code FILE.root#PATH} chooses a tree, {@code FILE.root#PATH;CYCLE} one of its versions; without, the file must have
 * only one. Each becomes a part, named by the file's stem. Opening reads directories and the tree's description, and the
 * whole file once for its digest; reading a column touches the baskets or pages of that column alone.
 *
 * <p>Numbers become the next wider type of Arrow that holds them exactly. Jagged and fixed arrays and vectors are lists,
 * those of more than one dimension in a row; objects that were written whole give a column for each number in them,
 * {@code jet.fP.fX}.
 */
public final class RootConnector implements DataConnector {
    private final Path workingFolder;
    private final int batchRows;

    /** Relative paths start at the process's working folder. */
    public RootConnector() {
        this(Path.of(""), RootBatches.ROWS);
    }

    /**
     * @param workingFolder where relative paths start
     * @param batchRows rows of a batch at most
     */
    RootConnector(Path workingFolder, int batchRows) {
        this.workingFolder = workingFolder;
        this.batchRows = batchRows;
    }

    @Override
    public ConnectorCard card() {
        return new ConnectorCard(
                "root",
                "Trees (TTree) and ntuples (RNTuple) of ROOT files.",
                Set.of("file"),
                Set.of(RootPlace.ENDING),
                Set.of(Capability.GLOB, Capability.PROJECTION, Capability.COLUMN_MAPPING));
    }

    @Override
    public boolean accepts(String uri) {
        return RootPlace.accepts(uri);
    }

    @Override
    public Optional<List<Path>> files(DataSource source) {
        return Optional.of(source.uris().stream()
                .flatMap(uri -> RootPlace.of(workingFolder, uri).stream())
                .map(RootPlace::path)
                .toList());
    }

    /**
     * Opens the source.
     *
     * @throws org.novum.api.data.DataException if a file is no ROOT file, is damaged, or has not the tree that is meant
     * @throws NovumException if there is no such file, or rows are to be selected
     */
    @Override
    public Dataset open(DataSource source) {
        if (!source.select().isEmpty()) {
            throw new NovumException(
                    ExitCode.CONFIGURATION,
                    "rows of ROOT files are not selected; leave out 'select' of " + source.select().keySet());
        }
        List<RootPlace> places = new ArrayList<>();
        source.uris().forEach(uri -> places.addAll(RootPlace.of(workingFolder, uri)));
        if (places.isEmpty()) {
            throw new NovumException(ExitCode.NO_INPUT, "no data are named; name at least one file");
        }
        return RootDataset.open(source, places.stream().distinct().toList(), batchRows);
    }
}
