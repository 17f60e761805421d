package org.novum.tabular;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataSource;

/**
 * A file whose columns are known.
 *
 * @param file that is the part
 * @param names of its columns, mapped
 * @param types of its columns, in the file's order
 */
public record MappedPart(TableFile file, ColumnNames names, List<ColumnType> types) {
    /**
     * Refuses a mapping or unit that no file has a column for: a slip of the pen, better said now than never.
     *
     * @throws org.novum.api.data.DataException naming the columns there are
     */
    public static void requireNamesUsed(DataSource source, List<MappedPart> parts) {
        Set<String> names = new TreeSet<>(source.columns().keySet());
        names.addAll(source.units().keySet());
        for (String name : names) {
            if (parts.stream().noneMatch(part -> part.names.fileName(name).isPresent())) {
                MappedPart first = parts.getFirst();
                first.names.plan(first.file.label(), name, first.types);
            }
        }
    }

    /** What a dataset of these files is called in reports. */
    public static String datasetName(List<TableFile> files) {
        String first = files.getFirst().name();
        return switch (files.size()) {
            case 1 -> first;
            case 2 -> first + ", " + files.getLast().name();
            default -> first + " … " + files.getLast().name() + " (" + files.size() + " parts)";
        };
    }
}
