package org.novum.columnar;

import java.nio.file.Path;
import java.util.Set;
import org.novum.api.data.Capability;
import org.novum.api.data.ConnectorCard;

/**
 * Opens Parquet files and Arrow IPC files (also Feather version 2) from paths, {@code file:} URIs and globs.
 *
 * <p>Each file becomes a part, named by its stem. Columns that are asked for are read and no others. Whole numbers are
 * {@code INT32} or {@code INT64}, true and false 1 and 0, decimals {@code FLOAT64}, dates and times text as ISO 8601 has
 * them, structures text as JSON; missing values stay missing.
 */
public final class ColumnarConnector extends DuckConnector {
    private static final ConnectorCard CARD = new ConnectorCard(
            "columnar",
            "Parquet, Arrow IPC and Feather.",
            Set.of("file"),
            Set.copyOf(Kind.endings(Kind.PARQUET, Kind.ARROW)),
            Set.of(Capability.GLOB, Capability.PROJECTION, Capability.COLUMN_MAPPING, Capability.ROW_SELECTION));

    /** Relative paths start at the process's working folder. */
    public ColumnarConnector() {
        this(Path.of(""), ROWS);
    }

    /** @param batchRows rows of a batch, about */
    ColumnarConnector(Path workingFolder, int batchRows) {
        super(CARD, workingFolder, batchRows);
    }
}
