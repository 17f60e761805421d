package org.novum.tabular;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.Unit;
import org.novum.files.OrderedWork;

/** Tables that were scanned and can be read, again and again, as long as the files stay as they are. */
final class TabularDataset implements Dataset {
    private final DatasetCard card;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private record Part(TableFile file, TableScan scan, ColumnNames names) {
        MappedPart mapped() {
            return new MappedPart(file, names, scan.types());
        }
    }

    /** Scans the files, several at once. */
    TabularDataset(DataSource source, List<TableFile> files) {
        List<DataPart> cards = new ArrayList<>();
        try (OrderedWork<Part> work = new OrderedWork<>(part -> {
            TableFile file = part.file;
            parts.put(file.name(), part);
            cards.add(new DataPart(
                    file.name(),
                    file.uri(),
                    part.scan.keptRows(),
                    part.scan.content().sha256(),
                    part.names.cards(part.scan.types())));
        })) {
            for (TableFile file : files) {
                work.give(() -> scan(source, file));
            }
            work.finish();
        }
        MappedPart.requireNamesUsed(
                source, files.stream().map(file -> parts.get(file.name()).mapped()).toList());
        card = new DatasetCard(MappedPart.datasetName(files), cards);
        if (card.rows() == 0) {
            throw new DataException(
                    card.name(),
                    "the selection " + new java.util.TreeMap<>(source.select()) + " keeps no row",
                    "correct 'select' of the study's data");
        }
    }

    private static Part scan(DataSource source, TableFile file) {
        TableScan scan = TableScan.of(
                file, header -> new ColumnNames(source, header.names()).filter(file.label()));
        return new Part(file, scan, new ColumnNames(source, scan.header().names()));
    }

    @Override
    public DatasetCard card() {
        return card;
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        card.part(part); // says which parts there are, if it is none of them
        Part asked = parts.get(part);
        if (columns.isEmpty()) {
            throw new DataException(asked.file.label(), "no column is asked for", "ask for at least one");
        }
        List<ColumnPlan> plans = columns.stream()
                .map(column -> asked.names.plan(asked.file.label(), column, asked.scan.types()))
                .toList();
        return new TableBatches(allocator, asked.file, asked.scan, plans);
    }

    @Override
    public Optional<Batches> asWritten(BufferAllocator allocator, String part, String column) {
        card.part(part);
        Part asked = parts.get(part);
        ColumnPlan typed = asked.names.plan(asked.file.label(), column, asked.scan.types());
        ColumnPlan text = new ColumnPlan(
                new ColumnCard(column, ColumnType.TEXT, Unit.ONE), typed.index(), typed.fileName());
        return Optional.of(new TableBatches(allocator, asked.file, asked.scan, List.of(text)));
    }

    @Override
    public void close() {
        // Every read opens and closes its own file; nothing is held between.
    }
}
