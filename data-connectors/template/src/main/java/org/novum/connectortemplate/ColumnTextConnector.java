package org.novum.connectortemplate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.Capability;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;

/**
 * Reads column text, a format made for this template.
 *
 * <p>The first line starts with {@code #} and names the columns with their units, {@code # time[s] flux[Mx]}; a column
 * without brackets is a pure number. Every other line holds one floating-point number per column. Words are separated by
 * blanks; the text is UTF-8 and may be gzip-compressed.
 */
public final class ColumnTextConnector implements DataConnector {
    private static final int USUAL_BATCH_SIZE = 65_536;

    private final int batchSize;

    /** Reads in batches of the usual size. */
    public ColumnTextConnector() {
        this(USUAL_BATCH_SIZE);
    }

    /**
     * @param batchSize rows of a batch at most
     */
    ColumnTextConnector(int batchSize) {
        this.batchSize = batchSize;
    }

    @Override
    public ConnectorCard card() {
        return new ConnectorCard(
                "column-text",
                "Reads text files of named floating-point columns with units.",
                Set.of("file"),
                Set.of(".coltxt", ".coltxt.gz"),
                Set.of(Capability.GZIP, Capability.COLUMN_MAPPING, Capability.PROJECTION));
    }

    @Override
    public boolean accepts(String uri) {
        return uri.startsWith("file:") && card().endings().stream().anyMatch(uri::endsWith);
    }

    @Override
    public Dataset open(DataSource source) {
        if (!source.select().isEmpty()) {
            throw new NovumException(
                    ExitCode.CONFIGURATION,
                    "column text cannot select rows by " + String.join(", ", new TreeMap<>(source.select()).keySet())
                            + "; leave select out of the study or convert the data to CSV");
        }
        List<ColumnTextFile> files =
                source.uris().stream().map(this::path).map(ColumnTextFile::open).toList();
        return new ColumnTextDataset(
                files.stream().map(file -> mapped(file, source)).toList(), batchSize);
    }

    private Path path(String uri) {
        if (uri.contains("*") || uri.contains("?")) {
            throw new NovumException(
                    ExitCode.CONFIGURATION, "column text cannot expand " + uri + "; name each file by itself");
        }
        return Path.of(uri.substring("file:".length()));
    }

    private static ColumnTextFile mapped(ColumnTextFile file, DataSource source) {
        ColumnTextFile renamed = file;
        for (Map.Entry<String, String> mapping : new TreeMap<>(source.columns()).entrySet()) {
            renamed = renamed.renamed(mapping.getValue(), mapping.getKey());
        }
        for (Map.Entry<String, String> unit : new TreeMap<>(source.units()).entrySet()) {
            renamed = renamed.inUnit(unit.getKey(), Unit.of(unit.getValue()));
        }
        return renamed;
    }

    static DataException noSuchColumn(Path file, String column, List<String> columns) {
        return new DataException(
                file + ", column " + column,
                "there is no such column",
                "the columns are " + String.join(", ", columns));
    }
}
