package org.novum.tabular;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Unit;

/**
 * What the columns of one file are called: the source's mapping laid over the file's names.
 *
 * <p>A column that is mapped is known by its new name alone, and a new name hides a column of the file that has it.
 */
public final class ColumnNames {
    private final DataSource source;
    private final List<String> fileNames;
    /** The plugin's name to the index in the file, in the file's order. */
    private final Map<String, Integer> indices;

    /**
     * @param source whose mapping and units hold
     * @param fileNames names of the file's columns, in its order
     */
    public ColumnNames(DataSource source, List<String> fileNames) {
        this.source = source;
        this.fileNames = fileNames;
        Map<Integer, Set<String>> byIndex = new TreeMap<>();
        new TreeMap<>(source.columns()).forEach((name, fileName) -> {
            int index = fileNames.indexOf(fileName);
            if (index >= 0) {
                byIndex.computeIfAbsent(index, any -> new LinkedHashSet<>()).add(name);
            }
        });
        for (int i = 0; i < fileNames.size(); i++) {
            if (!source.columns().containsKey(fileNames.get(i))) {
                byIndex.computeIfAbsent(i, index -> Set.of(fileNames.get(index)));
            }
        }
        Map<String, Integer> ordered = new java.util.LinkedHashMap<>();
        byIndex.forEach((index, names) -> names.forEach(name -> ordered.put(name, index)));
        this.indices = ordered;
    }

    /** The cards of all columns, in the file's order; a unit that the source does not state is {@link Unit#ONE}. */
    public List<ColumnCard> cards(List<ColumnType> types) {
        List<ColumnCard> cards = new ArrayList<>();
        indices.forEach((name, index) -> cards.add(new ColumnCard(name, types.get(index), unit(name))));
        return cards;
    }

    /**
     * The column of this name.
     *
     * @throws DataException naming the columns there are
     */
    public ColumnPlan plan(String label, String name, List<ColumnType> types) {
        int index = index(label, name);
        return new ColumnPlan(new ColumnCard(name, types.get(index), unit(name)), index, fileNames.get(index));
    }

    /** The filter that the source's selection means for this file. */
    RowFilter filter(String label) {
        return new RowFilter(new TreeMap<>(source.select())
                .entrySet().stream()
                        .map(entry -> RowFilter.Condition.of(index(label, entry.getKey()), entry.getValue()))
                        .toList());
    }

    /** The file's name behind a name, if the file has it. */
    public Optional<String> fileName(String name) {
        return Optional.ofNullable(indices.get(name)).map(fileNames::get);
    }

    /** The index in the file of a column of this name. */
    public int index(String label, String name) {
        Integer index = indices.get(name);
        if (index != null) {
            return index;
        }
        String mapped = source.columns().get(name);
        String wanted = mapped == null ? name : mapped;
        List<String> there = mapped == null ? List.copyOf(indices.keySet()) : fileNames;
        String guess = Texts.nearest(wanted, there)
                .map(near -> "did you mean " + near + "? otherwise ")
                .orElse("");
        String column = mapped == null ? name : name + ", which the study maps to '" + mapped + "'";
        throw new DataException(
                label + ", column " + column,
                "there is no such column among " + Texts.listed(there),
                guess + "name the right one under 'columns' of the study's data");
    }

    private Unit unit(String name) {
        String symbol = source.units().get(name);
        return symbol == null ? Unit.ONE : Unit.of(symbol);
    }

    /**
     * A source with the units that its file states where the source itself says none.
     *
     * @param stated unit symbols by the file's names of columns
     */
    public static DataSource withUnits(DataSource source, Map<String, String> stated) {
        Map<String, String> units = new LinkedHashMap<>();
        stated.forEach((column, unit) -> units.put(asked(source, column), unit));
        units.putAll(source.units());
        return new DataSource(source.uris(), source.columns(), units, source.select());
    }

    /** What the source calls a column of the file. */
    private static String asked(DataSource source, String column) {
        return source.columns().entrySet().stream()
                .filter(entry -> entry.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(column);
    }
}
