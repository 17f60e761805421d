package org.novum.columnar;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.novum.api.data.DataException;
import org.novum.files.Guard;

/**
 * Whether reals of JSON are what is written there. The database reads {@code 1e400} as infinity, and a column of whole
 * numbers as reals once one of them has more than 64 bits. A column with such a real is read again as text.
 */
final class WrittenNumbers {
    private static final String WHOLE = "regexp_full_match(x, '-?[0-9]+')";

    /** Not {@code Infinity}, which some programs write and mean. */
    private static final String ENDLESS =
            "(regexp_full_match(x, '-?[0-9].*') AND coalesce(isinf(TRY_CAST(x AS DOUBLE)), true))";

    private static final String TOO_LONG = "(TRY_CAST(x AS BIGINT) IS NULL)";
    private static final double BEYOND = 0x1p63;

    private final BufferAllocator allocator;
    private final ColumnarQuery query;
    private final Set<String> known = new HashSet<>();

    WrittenNumbers(BufferAllocator allocator, ColumnarQuery query) {
        this.allocator = allocator;
        this.query = query;
    }

    /**
     * Looks at a batch.
     *
     * @throws DataException if a number is written that is not held
     */
    void check(VectorSchemaRoot batch) {
        for (ColumnarQuery.Column column : query.columns()) {
            if (isLarge(batch.getVector(column.name())) && known.add(column.name())) {
                Duck duck = Duck.inOrder(allocator, query.file());
                Optional<DataException> wrong = Guard.call(() -> wrong(duck, column), duck::refused);
                duck.close();
                if (wrong.isPresent()) {
                    throw wrong.get();
                }
            }
        }
    }

    private static boolean isLarge(FieldVector vector) {
        if (vector instanceof ListVector lists) {
            return isLarge(lists.getDataVector());
        }
        if (!(vector instanceof Float8Vector reals)) {
            return false;
        }
        ArrowBuf values = reals.getDataBuffer();
        for (int i = 0; i < reals.getValueCount(); i++) {
            if (Math.abs(values.getDouble((long) i * Double.BYTES)) >= BEYOND && !reals.isNull(i)) {
                return true;
            }
        }
        return false;
    }

    private Optional<DataException> wrong(Duck duck, ColumnarQuery.Column column) throws SQLException, IOException {
        boolean list = column.type().endsWith("]");
        Map<String, String> types = new LinkedHashMap<>();
        query.selected().keySet().forEach(selected -> types.put(selected, JsonText.WRITTEN));
        types.put(column.fileName(), list ? JsonText.WRITTEN + "[]" : JsonText.WRITTEN);
        String texts = JsonText.of(query.file()).columns(types);
        String name = ColumnarQuery.quoted(column.fileName());
        String items = list ? name : "[" + name + "]";
        String refused = isWhole(duck, items, texts) ? "(" + ENDLESS + " OR " + TOO_LONG + ")" : ENDLESS;
        String found = "list_filter(" + items + ", lambda x: " + refused + ")";
        try (PreparedStatement first = query.first(duck, texts, "len(" + found + ") > 0", found + "[1]");
                ResultSet row = first.executeQuery()) {
            return row.next() ? Optional.of(refusal(column, row.getLong(1), row.getString(2))) : Optional.empty();
        }
    }

    /** Whether a column has whole numbers alone; others may be as long as they like. */
    private static boolean isWhole(Duck duck, String items, String texts) throws SQLException {
        String others = "list_filter(" + items + ", lambda x: NOT " + WHOLE + ")";
        try (PreparedStatement other =
                        duck.query("SELECT 1 FROM " + texts + " WHERE len(" + others + ") > 0 LIMIT 1", List.of());
                ResultSet row = other.executeQuery()) {
            return !row.next();
        }
    }

    private DataException refusal(ColumnarQuery.Column column, long row, String number) {
        boolean whole = number.matches("-?[0-9]+");
        String why = whole ? "which no int64 holds" : "which no float64 holds";
        return new DataException(
                query.file().label() + ", row " + row,
                "column " + column.fileName() + " has the number " + number + ", " + why,
                whole
                        ? "write it with an exponent if it need not be exact, or the column as text, or leave it out"
                        : "write the column as text, or leave it out");
    }
}
