package org.novum.columnar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
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
        requireNamesUsed(source);
        card = new DatasetCard(parts.size() == 1 ? parts.getFirst().name() : parts.getFirst().name() + " … (" + parts.size() + " parts)", cards);
        if (card.rows() == 0) {
            throw new DataException(
                    card.name(),
                    source.select().isEmpty() ? "it has no rows" : "the selection " + source.select() + " keeps no row",
                    "check the file, and 'select' of the study's data");
        }
    }

    /** A mapping or unit that no file has a column for is a slip of the pen; better said now than never. */
    private void requireNamesUsed(DataSource source) {
        Set<String> names = new TreeSet<>(source.columns().keySet());
        names.addAll(source.units().keySet());
        for (String name : names) {
            if (files.values().stream().noneMatch(file -> file.names().fileName(name).isPresent())) {
                ColumnarFile first = files.values().iterator().next();
                first.names().plan(first.file().label(), name, first.columnTypes());
            }
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
