package org.novum.columnar;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.novum.tabular.TableFile;

/**
 * What is asked of a file.
 *
 * @param file that is read
 * @param columns in the order of the answer
 * @param selected which value a row must have in columns of the file
 */
record ColumnarQuery(TableFile file, List<Column> columns, SequencedMap<String, String> selected) {
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
    PreparedStatement on(Duck duck) throws SQLException, IOException {
        return duck.query(rows(duck), values());
    }

    /** Makes the rows and forgets them, which tells why an answer in batches has none. */
    void tryOn(Duck duck) throws SQLException, IOException {
        try (PreparedStatement attempt = duck.query("EXPLAIN ANALYZE " + rows(duck), values())) {
            attempt.execute();
        }
    }

    private String rows(Duck duck) throws IOException {
        String wanted = columns.stream()
                .map(column -> DuckTypes.cast(quoted(column.fileName), column.type) + " AS " + quoted(column.name))
                .collect(Collectors.joining(", "));
        return "SELECT " + wanted + " FROM " + table(duck) + where();
    }

    /** The number of rows. */
    PreparedStatement count(Duck duck) throws SQLException, IOException {
        return duck.query("SELECT count(*) FROM " + table(duck) + where(), values());
    }

    /** JSON is read as what is known of its columns, so that nothing that looks like a time is changed. */
    private String table(Duck duck) throws IOException {
        Map<String, String> types = new LinkedHashMap<>();
        columns.forEach(column -> types.put(column.fileName, column.type));
        selected.keySet().forEach(column -> types.putIfAbsent(column, JsonText.WRITTEN));
        return types.isEmpty() || !Kind.of(file).isJson() ? duck.table() : JsonText.of(file).columns(types);
    }

    /** A value equals a column if it is the same text, or if both are numbers and the numbers are equal. */
    private String where() {
        if (selected.isEmpty()) {
            return "";
        }
        return " WHERE " + selected.keySet().stream()
                .map(ColumnarQuery::quoted)
                .map(column -> "(CAST(" + column + " AS VARCHAR) = $value OR TRY_CAST(" + column
                        + " AS DOUBLE) = TRY_CAST($value AS DOUBLE))")
                .map(condition -> condition.replace("$value", "v.v"))
                .map(condition -> "EXISTS (SELECT 1 FROM (SELECT CAST(? AS VARCHAR) AS v) v WHERE " + condition + ")")
                .collect(Collectors.joining(" AND "));
    }

    private List<String> values() {
        return List.copyOf(selected.values());
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
        String kept = selected.isEmpty() ? numbered : "(SELECT * FROM " + numbered + where() + ")";
        return duck.query(
                "SELECT " + quoted(ROW) + ", " + said + " FROM " + kept + " WHERE " + condition + " LIMIT 1", values());
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
