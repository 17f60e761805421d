package org.novum.columnar;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.novum.tabular.TableFile;

/**
 * What is asked of a file.
 *
 * @param file that is read
 * @param columns in the order of the answer
 * @param where the condition of the rows with the word for it, or empty
 * @param values of the parameters in the condition
 */
record ColumnarQuery(TableFile file, List<Column> columns, String where, List<String> values) {
    /** A name that columns of files have not. */
    private static final String ROW = "novum: row";

    /**
     * A column of the answer.
     *
     * @param fileName in the file
     * @param name in the answer
     * @param type DuckDB's
     */
    record Column(String fileName, String name, String type) {}

    /** The rows. */
    PreparedStatement on(Duck duck) throws SQLException {
        String wanted = columns.stream()
                .map(column -> DuckTypes.cast(quoted(column.fileName), column.type) + " AS " + quoted(column.name))
                .collect(Collectors.joining(", "));
        return duck.query("SELECT " + wanted + " FROM " + duck.table() + where, values);
    }

    /**
     * The first row that meets one more condition: its number, counted from 1, and what there is to say of it.
     *
     * @param table of the file
     * @param condition of rows
     * @param said SQL of a text
     */
    PreparedStatement first(Duck duck, String table, String condition, String said) throws SQLException {
        String numbered = "(SELECT row_number() OVER () AS " + quoted(ROW) + ", * FROM " + table + ")";
        String selected = where.isEmpty() ? numbered : "(SELECT * FROM " + numbered + where + ")";
        return duck.query(
                "SELECT " + quoted(ROW) + ", " + said + " FROM " + selected + " WHERE " + condition + " LIMIT 1", values);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
