package org.novum.root;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.files.OrderedWork;
import org.novum.files.Piece;
import org.novum.root.column.RootColumn;

/** Trees and ntuples that were opened and can be read, again and again, as long as the files stay as they are. */
final class RootDataset implements Dataset {
    private final DatasetCard card;
    private final Map<String, RootPart> parts;
    private final int batchRows;

    private RootDataset(DatasetCard card, Map<String, RootPart> parts, int batchRows) {
        this.card = card;
        this.parts = parts;
        this.batchRows = batchRows;
    }

    /** Opens the places, several at once. */
    static RootDataset open(DataSource source, List<RootPlace> places, int batchRows) {
        List<RootPart> opened = new ArrayList<>();
        try (OrderedWork<RootPart> work = new OrderedWork<>(opened::add)) {
            for (RootPlace place : places) {
                work.give(() -> RootPart.open(place, source));
            }
            work.finish();
        }
        Set<String> mapped = new TreeSet<>(source.columns().keySet());
        mapped.addAll(source.units().keySet());
        for (String name : mapped) {
            if (opened.stream().noneMatch(part -> part.has(name))) {
                opened.getFirst().column(name); // says why not
            }
        }
        TreeMap<String, RootPart> named = named(opened);
        List<DataPart> cards = named.entrySet().stream()
                .map(entry -> entry.getValue().card(entry.getKey()))
                .toList();
        return new RootDataset(new DatasetCard(name(List.copyOf(named.keySet())), cards), named, batchRows);
    }

    /** Parts by the stems of their files; those that share one have tree and folder in their names too. */
    private static TreeMap<String, RootPart> named(List<RootPart> parts) {
        List<String> names = Piece.names(
                parts.stream()
                        .map(part -> new Piece(part.place().path(), part.place().stem(), part.table().path()))
                        .toList(),
                piece -> new DataException(String.valueOf(piece.file().getFileName()), "it is named twice", "name it once"));
        TreeMap<String, RootPart> named = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), parts.get(i));
        }
        return named;
    }

    private static String name(List<String> parts) {
        return switch (parts.size()) {
            case 1 -> parts.getFirst();
            case 2 -> parts.getFirst() + ", " + parts.getLast();
            default -> parts.getFirst() + " … " + parts.getLast() + " (" + parts.size() + " parts)";
        };
    }

    @Override
    public DatasetCard card() {
        return card;
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        card.part(part); // says which parts there are, if it is none of them
        RootPart asked = parts.get(part);
        if (columns.isEmpty()) {
            throw new DataException(asked.place().label(), "no column is asked for", "ask for at least one");
        }
        List<RootColumn> read = columns.stream().map(asked::column).toList();
        return RootBatches.open(new RootBatches.Request(asked, columns, read, batchRows), allocator);
    }

    @Override
    public void close() {
        // Every read opens and closes its own file; nothing is held between.
    }
}
