package org.novum.cli;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.Unit;
import org.novum.api.discipline.OperationResult;

/** The answer of a query as a table. */
final class ResultRows {
    private ResultRows() {}

    /**
     * @param units of the columns
     * @throws NovumException with {@code USAGE} if a column holds lists
     */
    static OperationResult.Table of(ResultSet answer, List<Unit> units) throws SQLException {
        ResultSetMetaData meta = answer.getMetaData();
        List<ColumnCard> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(new ColumnCard(meta.getColumnName(i), type(meta.getColumnName(i), meta.getColumnTypeName(i)), units.get(i - 1)));
        }
        List<List<Object>> rows = new ArrayList<>();
        while (answer.next()) {
            List<Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(value(columns.get(i - 1).type(), answer.getObject(i)));
            }
            rows.add(row);
        }
        return new OperationResult.Table(columns, rows);
    }

    private static @Nullable Object value(ColumnType type, @Nullable Object value) {
        return switch (type) {
            case INT32, INT64 -> value == null ? null : ((Number) value).longValue();
            case FLOAT64, TEXT, FLOAT64_LIST, INT64_LIST, INT32_LIST, INT8_LIST -> value;
        };
    }

    private static ColumnType type(String column, String type) {
        return switch (type) {
            case "DOUBLE" -> ColumnType.FLOAT64;
            case "BIGINT", "INTEGER" -> ColumnType.INT64;
            case "VARCHAR" -> ColumnType.TEXT;
            default ->
                throw new NovumException(
                        ExitCode.USAGE,
                        "column " + column + " holds lists, which a VOTable does not take here; choose others with --columns, or"
                                + " write .parquet or .arrow");
        };
    }
}
