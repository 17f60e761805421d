package org.novum.votable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.files.Guard;
import uk.ac.starlink.table.StarTable;

/**
 * One table of a document.
 *
 * @param part its card
 * @param label what messages call it
 * @param table its rows
 * @param columns in the order of the document
 */
record VotableTable(DataPart part, String label, StarTable table, List<TableColumn> columns) {
    /**
     * Where a table is from.
     *
     * @param name of the part
     * @param uri of the document
     * @param label what messages call it
     * @param sha256 of the document's bytes
     */
    record Origin(String name, String uri, String label, String sha256) {}

    static VotableTable of(Origin origin, StarTable table) {
        List<TableColumn> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < table.getColumnCount(); i++) {
            TableColumn column = TableColumn.of(table.getColumnInfo(i));
            if (!names.add(column.card().name())) {
                throw new DataException(
                        origin.label() + ", column " + column.card().name(),
                        "two columns have this name",
                        "rename one of them");
            }
            columns.add(column);
        }
        DataPart part = new DataPart(
                origin.name(),
                origin.uri(),
                Math.max(0, table.getRowCount()),
                origin.sha256(),
                columns.stream().map(TableColumn::card).toList());
        return new VotableTable(part, origin.label(), table, columns);
    }

    int index(String column) {
        List<String> names = part.columns().stream().map(ColumnCard::name).toList();
        if (!names.contains(column)) {
            throw new DataException(
                    label + ", column " + column, "there is no such column", "the columns are " + String.join(", ", names));
        }
        return names.indexOf(column);
    }

    DataException damaged(Throwable cause) {
        return cause instanceof DataException known
                ? known
                : new DataException(
                        label,
                        "the table ends early or is damaged (" + Guard.reason(cause) + ")",
                        "fetch the document again",
                        cause);
    }
}
