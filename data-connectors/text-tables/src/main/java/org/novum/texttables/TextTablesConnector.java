package org.novum.texttables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.novum.api.data.Capability;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.tabular.PartNames;
import org.novum.tabular.SourcePaths;
import org.novum.tabular.TableFile;

/**
 * Opens tables of text that no comma separates: ECSV of astropy, parameter files of SDSS, summaries of solar regions of NOAA, the
 * particle table of PDG, and columns with blanks between them.
 *
 * <p>Each table of a file becomes a part; {@code file.par#NAME} chooses one. Files are read whole, so that they may have 64 MiB of
 * text.
 */
public final class TextTablesConnector implements DataConnector {
    private static final List<String> ENDINGS = List.of(
            ".txt", ".txt.gz", ".txt.zst",
            ".dat", ".dat.gz", ".dat.zst",
            ".ecsv", ".ecsv.gz", ".ecsv.zst",
            ".par", ".par.gz", ".par.zst");

    private static final int ROWS = 1 << 14;

    private final SourcePaths paths;
    private final int batchRows;

    /** Relative paths start at the process's working folder. */
    public TextTablesConnector() {
        this(Path.of(""), ROWS);
    }

    /** @param batchRows rows of a batch */
    TextTablesConnector(Path workingFolder, int batchRows) {
        this.paths = new SourcePaths(workingFolder, ENDINGS);
        this.batchRows = batchRows;
    }

    @Override
    public ConnectorCard card() {
        return new ConnectorCard(
                "text-tables",
                "Tables of text: ECSV, parameter files of SDSS, NOAA's region summaries, PDG's particles, columns between blanks.",
                Set.of("file"),
                Set.copyOf(ENDINGS),
                Set.of(
                        Capability.GZIP,
                        Capability.ZSTD,
                        Capability.GLOB,
                        Capability.PROJECTION,
                        Capability.COLUMN_MAPPING,
                        Capability.ROW_SELECTION));
    }

    /** What ends in a wildcard alone is left to the connector of tables that commas separate. */
    @Override
    public boolean accepts(String uri) {
        String file = withoutTable(uri);
        return !file.endsWith("*") && paths.accepts(file);
    }

    @Override
    public Optional<List<Path>> files(DataSource source) {
        return Optional.of(source.uris().stream()
                .flatMap(uri -> paths.files(withoutTable(uri)).stream())
                .toList());
    }

    /**
     * Opens the source.
     *
     * @throws DataException if a file is no table, is damaged, ragged or too large
     * @throws org.novum.api.NovumException if there is no such file
     */
    @Override
    public Dataset open(DataSource source) {
        Map<Path, String> chosen = new LinkedHashMap<>();
        for (String uri : source.uris()) {
            String table = uri.substring(withoutTable(uri).length());
            for (Path file : paths.files(withoutTable(uri))) {
                String other = chosen.putIfAbsent(file, table);
                if (other != null && !other.equals(table)) {
                    throw new DataException(
                            uri, "another table of the same file is asked for too", "open them one by one, or all by leaving # out");
                }
            }
        }
        List<TextTablesDataset.Wanted> wanted = new ArrayList<>();
        for (TableFile file : PartNames.of(List.copyOf(chosen.keySet()))) {
            String table = chosen.getOrDefault(file.path(), "");
            wanted.add(new TextTablesDataset.Wanted(file, table.isEmpty() ? "" : table.substring(1)));
        }
        return new TextTablesDataset(source, wanted, batchRows);
    }

    private static String withoutTable(String uri) {
        int hash = uri.lastIndexOf('#');
        return hash < 0 ? uri : uri.substring(0, hash);
    }
}
