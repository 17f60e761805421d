package org.novum.hdf5;

import io.jhdf.HdfFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.NovumException;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.files.Guard;
import org.novum.tabular.ColumnNames;
import org.novum.tabular.ColumnPlan;
import org.novum.tabular.MappedPart;
import org.novum.tabular.SourceBytes;
import org.novum.tabular.TableFile;

/** Files whose tables were found and can be read, again and again, as long as they stay as they are. */
final class Hdf5Dataset implements Dataset {
    private final Map<String, Opened> parts = new LinkedHashMap<>();
    private final DatasetCard card;
    private final int batchRows;

    /**
     * A file and the table that is wanted of it.
     *
     * @param file to read
     * @param path of the table, or empty for the only one
     */
    record Part(TableFile file, String path) {}

    private record Opened(TableFile file, Hdf5Table table, ColumnNames names) {
        List<ColumnType> types() {
            return table.columns().stream().map(Hdf5Table.Column::type).toList();
        }
    }

    Hdf5Dataset(DataSource source, List<Part> wanted, int batchRows) {
        this.batchRows = batchRows;
        List<DataPart> cards = new ArrayList<>();
        for (Part part : wanted) {
            String sha256 = SourceBytes.digest(part.file().path()).sha256();
            Hdf5Table table = with(part.file(), file -> Hdf5Table.in(file, part.file().label(), part.path()));
            DataSource units = withUnits(source, table);
            Opened opened = new Opened(
                    part.file(),
                    table,
                    new ColumnNames(units, table.columns().stream().map(Hdf5Table.Column::name).toList()));
            parts.put(part.file().name(), opened);
            cards.add(new DataPart(
                    part.file().name(), part.file().uri(), table.rows(), sha256, opened.names().cards(opened.types())));
        }
        MappedPart.requireNamesUsed(
                source,
                parts.values().stream()
                        .map(part -> new MappedPart(part.file(), part.names(), part.types()))
                        .toList());
        card = new DatasetCard(MappedPart.datasetName(wanted.stream().map(Part::file).toList()), cards);
        if (card.rows() == 0) {
            throw new DataException(card.name(), "it has no rows", "name another file");
        }
    }

    private static DataSource withUnits(DataSource source, Hdf5Table table) {
        Map<String, String> units = new LinkedHashMap<>();
        table.columns().stream()
                .filter(column -> !column.unit().isEmpty())
                .forEach(column -> units.put(column.name(), column.unit()));
        return ColumnNames.withUnits(source, units);
    }

    /**
     * Works with an open file.
     *
     * @throws DataException if the library cannot read it
     */
    static <T> T with(TableFile file, Function<HdfFile, T> work) {
        return Guard.call(
                () -> {
                    try (OpenFile open = OpenFile.of(file.path())) {
                        return work.apply(open.content());
                    }
                },
                broken -> broken(file, broken));
    }

    /** The failure as a user reads it; one that he can read is given back. */
    static NovumException broken(TableFile file, Throwable cause) {
        boolean filtered = Guard.reason(cause).contains("filter is not available");
        return cause instanceof NovumException known
                ? known
                : new DataException(
                        file.label(),
                        filtered
                                ? "a dataset is compressed in a way that is not read (" + Guard.reason(cause) + ")"
                                : "it is no HDF5 file, or a damaged one (" + Guard.reason(cause) + ")",
                        filtered ? "write it with gzip, or choose another group with #" : "get the file again",
                        cause);
    }

    @Override
    public DatasetCard card() {
        return card;
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        card.part(part); // says which parts there are, if it is none of them
        Opened opened = parts.get(part);
        if (columns.isEmpty()) {
            throw new DataException(opened.file().label(), "no column is asked for", "ask for at least one");
        }
        List<ColumnPlan> plans = columns.stream()
                .map(column -> opened.names().plan(opened.file().label(), column, opened.types()))
                .toList();
        return new Hdf5Batches(allocator, new Hdf5Batches.Source(opened.file(), opened.table()), plans, batchRows);
    }

    @Override
    public void close() {
        // Every read opens and closes its own file; nothing is held between.
    }
}
