package org.novum.root;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Unit;
import org.novum.root.column.RootColumn;
import org.novum.root.column.Table;
import org.novum.root.file.RootFile;
import org.novum.root.file.Source;
import org.novum.root.ntuple.NtupleReader;
import org.novum.root.tree.TreeReader;

/** One tree or ntuple of one file, with the names that the data source gives to its columns. */
final class RootPart {
    private final RootPlace place;
    private final FileState state;
    private final Table table;
    private final String sha256;
    /** Columns by the name that plugins use, in the file's order. */
    private final Map<String, RootColumn> columns = new LinkedHashMap<>();
    private final DataSource mapping;

    private RootPart(RootPlace place, FileState state, Table table, String sha256, DataSource mapping) {
        this.place = place;
        this.state = state;
        this.table = table;
        this.sha256 = sha256;
        this.mapping = mapping;
        name();
    }

    /** Reads what a file says of the tree that is meant. */
    static RootPart open(RootPlace place, DataSource mapping) {
        FileState state = FileState.of(place);
        try (Source source = Source.open(place.path(), place.label())) {
            RootFile file = RootFile.of(source);
            RootFile.Item item = Trees.choose(place, file);
            Table table = TreeReader.isTree(item.key())
                    ? TreeReader.read(source, file, item)
                    : NtupleReader.read(source, item);
            return new RootPart(place, state, table, source.sha256(), mapping);
        }
    }

    private void name() {
        Map<String, List<String>> renamed = mapping.columns().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        for (RootColumn column : table.columns()) {
            List<String> names = renamed.getOrDefault(column.name(), List.of());
            if (names.isEmpty() && !mapping.columns().containsKey(column.name())) {
                columns.put(column.name(), column);
            }
            names.forEach(name -> columns.put(name, column));
        }
    }

    RootPlace place() {
        return place;
    }

    FileState state() {
        return state;
    }

    Table table() {
        return table;
    }

    /** Whether the file has a column behind this name. */
    boolean has(String name) {
        return columns.containsKey(name);
    }

    /** The part's card under a name. */
    DataPart card(String name) {
        List<ColumnCard> cards = new ArrayList<>();
        columns.forEach((column, read) -> cards.add(new ColumnCard(column, read.type(), unit(column, read))));
        return new DataPart(name, place.uri(), table.rows(), sha256, cards);
    }

    private Unit unit(String name, RootColumn column) {
        return Optional.ofNullable(mapping.units().get(name)).map(Unit::of).orElse(column.unit());
    }

    /**
     * The column of this name.
     *
     * @throws DataException saying why it cannot be read, or which columns there are
     */
    RootColumn column(String name) {
        RootColumn column = columns.get(name);
        if (column != null) {
            return column;
        }
        String inFile = mapping.columns().getOrDefault(name, name);
        String where = place.label() + ", " + table.path() + ", column " + name
                + (inFile.equals(name) ? "" : ", which the study maps to '" + inFile + "'");
        String reason = table.unread().get(inFile);
        if (reason == null) {
            reason = table.unread().entrySet().stream()
                    .filter(entry -> inFile.startsWith(entry.getKey() + "."))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
        if (reason != null) {
            throw new DataException(where, reason, "leave the column out, or write it as plain numbers");
        }
        Function<List<String>, String> listed = names ->
                String.join(", ", names.subList(0, Math.min(30, names.size()))) + (names.size() > 30 ? ", …" : "");
        throw new DataException(
                where,
                "there is no such column among " + listed.apply(table.columns().stream().map(RootColumn::name).toList()),
                "name the right one under 'columns' of the study's data");
    }
}
