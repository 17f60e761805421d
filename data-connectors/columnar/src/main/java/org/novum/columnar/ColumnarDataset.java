package org.novum.columnar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.tabular.MappedPart;
import org.novum.tabular.TableFile;

/** Files that were looked at and can be read, again and again, as long as they stay as they are. */
final class ColumnarDataset implements Dataset {
    private final Map<String, ColumnarFile> files = new LinkedHashMap<>();
    private final DatasetCard card;
    private final int batchRows;

    ColumnarDataset(DataSource source, List<TableFile> parts, int batchRows) {
        this.batchRows = batchRows;
        List<DataPart> cards = new ArrayList<>();
        for (TableFile part : parts) {
            ColumnarFile file = new ColumnarFile(source, part);
            files.put(part.name(), file);
            cards.add(new DataPart(
                    part.name(), part.uri(), file.rows(), file.sha256(), file.names().cards(file.columnTypes())));
        }
        MappedPart.requireNamesUsed(
                source,
                files.values().stream()
                        .map(file -> new MappedPart(file.file(), file.names(), file.columnTypes()))
                        .toList());
        card = new DatasetCard(MappedPart.datasetName(parts), cards);
        if (card.rows() == 0) {
            boolean all = source.select().isEmpty();
            throw new DataException(
                    String.join(", ", files.values().stream().map(file -> file.file().label()).toList()),
                    all ? "it has no rows" : "the selection " + source.select() + " keeps no row",
                    all ? "name a file with rows, or leave it out" : "check the file, and 'select' of the study's data");
        }
    }

    @Override
    public DatasetCard card() {
        return card;
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        card.part(part); // says which parts there are, if it is none of them
        ColumnarFile file = files.get(part);
        if (columns.isEmpty()) {
            throw new DataException(file.file().label(), "no column is asked for", "ask for at least one");
        }
        return file.read(allocator, columns, batchRows);
    }

    @Override
    public void close() {
        // Every read opens and closes its own file; nothing is held between.
    }
}
