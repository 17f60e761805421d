package org.novum.texttables;

import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.tabular.ColumnNames;
import org.novum.tabular.ColumnPlan;
import org.novum.tabular.MappedPart;
import org.novum.tabular.TableFile;

/**
 * A table of a file as a part of a dataset.
 *
 * @param file that it is of, with the part's name
 * @param table of the file
 * @param names of its columns, mapped
 * @param kept rows that the selection keeps, ascending
 */
record TextPart(TableFile file, TextTable table, ColumnNames names, int[] kept) {
    /** The rows of a table that the source selects. */
    static TextPart of(DataSource source, TableFile file, TextTable table) {
        TreeMap<String, String> units = new TreeMap<>();
        table.columns().stream().filter(column -> !column.unit().isEmpty()).forEach(column -> units.put(column.name(), column.unit()));
        ColumnNames names = new ColumnNames(ColumnNames.withUnits(source, units), table.names());
        TreeMap<Integer, String> wanted = new TreeMap<>();
        source.select().forEach((column, value) -> wanted.put(names.index(file.label(), column), value));
        int[] kept = IntStream.range(0, table.fields().rows())
                .filter(row -> wanted.entrySet().stream()
                        .allMatch(each -> table.fields().field(row, each.getKey()).isEqualTo(each.getValue())))
                .toArray();
        return new TextPart(file, table, names, kept);
    }

    int rows() {
        return kept.length;
    }

    /** The row of the table behind a row of the part. */
    int row(int index) {
        return kept[index];
    }

    MappedPart mapped() {
        return new MappedPart(file, names, table.types());
    }

    DataPart card(String sha256) {
        return new DataPart(file.name(), file.uri(), rows(), sha256, names.cards(table.types()));
    }

    ColumnPlan plan(String column) {
        return names.plan(file.label(), column, table.types());
    }

    /** How a column is read, which may be as text whatever it is. */
    Reading reading(ColumnPlan plan) {
        Reading reading = table.columns().get(plan.index()).reading();
        return plan.card().type() == reading.type() || plan.card().type() != ColumnType.TEXT ? reading : Reading.AsWritten.TEXT;
    }

    Supplier<String> place(int row, ColumnPlan plan) {
        String column = plan.card().name().equals(plan.fileName())
                ? plan.fileName()
                : plan.card().name() + " ('" + plan.fileName() + "' in the file)";
        return () -> file.label() + ", line " + table.fields().line(row) + ", column " + column;
    }
}
