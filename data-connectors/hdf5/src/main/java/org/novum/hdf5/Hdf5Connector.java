package org.novum.hdf5;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.Capability;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.files.Piece;
import org.novum.tabular.SourcePaths;
import org.novum.tabular.TableFile;

/**
 * Opens tables in HDF5 files: groups whose datasets have the same number of rows, and compound datasets. {@code
 * file.h5#/group} chooses one; without it the file must hold one table alone.
 *
 * <p>Each file becomes a part, named by its stem. Datasets of one dimension are columns of values, of two dimensions
 * columns of lists. A unit is what the attribute {@code units} or {@code unit} of a dataset says.
 */
public final class Hdf5Connector implements DataConnector {
    static final List<String> ENDINGS = List.of(".h5", ".hdf5", ".he5", ".nc");

    private static final int ROWS = 1 << 16;

    private final SourcePaths paths;
    private final int batchRows;

    /** Relative paths start at the process's working folder. */
    public Hdf5Connector() {
        this(Path.of(""), ROWS);
    }

    /** @param batchRows rows of a batch */
    Hdf5Connector(Path workingFolder, int batchRows) {
        this.paths = new SourcePaths(workingFolder, ENDINGS);
        this.batchRows = batchRows;
    }

    @Override
    public ConnectorCard card() {
        return new ConnectorCard(
                "hdf5",
                "Tables in HDF5 and netCDF-4 files: groups of equally long datasets, and compound datasets.",
                Set.of("file"),
                Set.copyOf(ENDINGS),
                Set.of(Capability.GLOB, Capability.PROJECTION, Capability.COLUMN_MAPPING));
    }

    @Override
    public boolean accepts(String uri) {
        String file = withoutPart(uri);
        return !file.endsWith("*") && paths.accepts(file);
    }

    @Override
    public Optional<List<Path>> files(DataSource source) {
        return Optional.of(source.uris().stream()
                .flatMap(uri -> paths.files(withoutPart(uri)).stream())
                .toList());
    }

    /**
     * Opens the source.
     *
     * @throws DataException if a file is damaged, or holds no table or several
     * @throws NovumException if there is no such file
     */
    @Override
    public Dataset open(DataSource source) {
        if (!source.select().isEmpty()) {
            throw new NovumException(
                    ExitCode.CONFIGURATION,
                    "rows of HDF5 files cannot be selected by " + source.select().keySet()
                            + "; convert them first with: novum data convert URI --out FILE.parquet --where CONDITION");
        }
        Set<Piece> chosen = new LinkedHashSet<>();
        for (String uri : source.uris()) {
            String part = uri.substring(withoutPart(uri).length());
            paths.files(withoutPart(uri)).forEach(file -> chosen.add(piece(file, part)));
        }
        return new Hdf5Dataset(source, parts(List.copyOf(chosen)), batchRows);
    }

    private static Piece piece(Path file, String part) {
        String stem = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]+$", "");
        return new Piece(file, stem, part.isEmpty() ? "" : part.substring(1));
    }

    /** In the order of their names. */
    private static List<Hdf5Dataset.Part> parts(List<Piece> pieces) {
        List<String> names = Piece.names(
                pieces, piece -> new DataException(String.valueOf(piece.file().getFileName()), "it is named twice", "name it once"));
        List<Hdf5Dataset.Part> parts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Path file = pieces.get(i).file();
            String path = pieces.get(i).name();
            String uri = "file:" + file.toString().replace('\\', '/') + (path.isEmpty() ? "" : "#" + path);
            parts.add(new Hdf5Dataset.Part(new TableFile(names.get(i), uri, String.valueOf(file.getFileName()), file), path));
        }
        parts.sort(Comparator.comparing(part -> part.file().name()));
        return parts;
    }

    private static String withoutPart(String uri) {
        int hash = uri.lastIndexOf('#');
        return hash < 0 ? uri : uri.substring(0, hash);
    }
}
