package org.novum.columnar;

import java.nio.file.Path;
import java.util.Set;
import org.novum.api.data.Capability;
import org.novum.api.data.ConnectorCard;

/**
 * Opens JSON, plain or gzip, as lines, as an array of objects or as objects one after the other, from paths, {@code file:}
 * URIs and globs.
 *
 * <p>Each file becomes a part, named by its stem. Whole numbers are {@code INT64}, true and false 1 and 0, others
 * {@code FLOAT64}, structures text as it is written; missing values stay missing.
 */
public final class JsonConnector extends DuckConnector {
    private static final ConnectorCard CARD = new ConnectorCard(
            "json",
            "JSON, plain or gzip: an object a line, arrays of objects, objects one after the other.",
            Set.of("file"),
            Set.copyOf(Kind.endings(Kind.JSON_LINES, Kind.JSON)),
            Set.of(
                    Capability.GZIP,
                    Capability.GLOB,
                    Capability.PROJECTION,
                    Capability.COLUMN_MAPPING,
                    Capability.ROW_SELECTION));

    /** Relative paths start at the process's working folder. */
    public JsonConnector() {
        this(Path.of(""), ROWS);
    }

    /** @param batchRows rows of a batch, about */
    JsonConnector(Path workingFolder, int batchRows) {
        super(CARD, workingFolder, batchRows);
    }
}
