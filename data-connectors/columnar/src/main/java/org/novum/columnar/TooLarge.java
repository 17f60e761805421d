package org.novum.columnar;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.files.Guard;

/**
 * Whole numbers that no {@code int64} holds. They are looked for once a file could not be read, so that reading does not get
 * slower: the database tells neither column nor row, and of an answer in batches not even the reason.
 */
final class TooLarge {
    private static final String MOST = "9223372036854775807";
    private static final String LEAST = "-9223372036854775808";

    private TooLarge() {}

    /**
     * The first such number in what is asked for.
     *
     * @return the refusal, or nothing if all numbers are held
     */
    static Optional<DataException> in(BufferAllocator allocator, ColumnarQuery query) {
        return query.columns().stream()
                .filter(column -> DuckTypes.isBeyondLong(column.type()))
                .flatMap(column -> in(allocator, query, column).stream())
                .findFirst();
    }

    private static Optional<DataException> in(BufferAllocator allocator, ColumnarQuery query, ColumnarQuery.Column column) {
        Duck duck = Duck.inOrder(allocator, query.file());
        Optional<DataException> found = Guard.call(() -> in(duck, query, column), duck::refused);
        duck.close();
        return found;
    }

    private static Optional<DataException> in(Duck duck, ColumnarQuery query, ColumnarQuery.Column column)
            throws SQLException, IOException {
        String name = ColumnarQuery.quoted(column.fileName());
        boolean list = DuckTypes.of(column.type()) == ColumnType.INT64_LIST;
        String greatest = list ? "list_max(" + name + ")" : name;
        String smallest = list ? "list_min(" + name + ")" : name;
        String high = greatest + " > " + MOST;
        String condition = column.type().startsWith("U") ? high : "(" + high + " OR " + smallest + " < " + LEAST + ")";
        String said = "CAST(CASE WHEN " + high + " THEN " + greatest + " ELSE " + smallest + " END AS VARCHAR)";
        try (PreparedStatement first = query.first(duck, duck.table(), condition, said);
                ResultSet row = first.executeQuery()) {
            return row.next()
                    ? Optional.of(refusal(query, column, row.getLong(1), row.getString(2)))
                    : Optional.empty();
        }
    }

    private static DataException refusal(ColumnarQuery query, ColumnarQuery.Column column, long row, String number) {
        return new DataException(
                query.file().label() + ", row " + row,
                "column " + column.fileName() + " has the number " + number + ", which is "
                        + (number.startsWith("-") ? "below -2^63" : "above 2^63 - 1"),
                "write the column as float64, or as text where every digit counts, or leave it out");
    }
}
