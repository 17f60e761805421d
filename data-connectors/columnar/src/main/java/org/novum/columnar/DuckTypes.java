package org.novum.columnar;

import java.util.Locale;
import java.util.regex.Pattern;
import org.novum.api.data.ColumnType;

/** What DuckDB's types are here. */
final class DuckTypes {
    private static final Pattern SMALL = Pattern.compile("U?TINYINT|U?SMALLINT|INTEGER|BOOLEAN");
    private static final Pattern LARGE = Pattern.compile("UINTEGER|U?BIGINT|U?HUGEINT");
    private static final Pattern REAL = Pattern.compile("FLOAT|DOUBLE|DECIMAL\\(.*\\)");
    private static final Pattern BEYOND_LONG = Pattern.compile("(UBIGINT|U?HUGEINT)(\\[\\d*])?");
    private static final Pattern LIST = Pattern.compile("(.*)\\[\\d*]");

    private DuckTypes() {}

    /** The type of a column here. */
    static ColumnType of(String type) {
        String upper = type.toUpperCase(Locale.ROOT);
        if (SMALL.matcher(upper).matches()) {
            return ColumnType.INT32;
        }
        if (LARGE.matcher(upper).matches()) {
            return ColumnType.INT64;
        }
        if (REAL.matcher(upper).matches()) {
            return ColumnType.FLOAT64;
        }
        var list = LIST.matcher(upper);
        if (list.matches()) {
            String item = list.group(1);
            if (item.equals("TINYINT") || item.equals("BOOLEAN")) {
                return ColumnType.INT8_LIST;
            }
            if (SMALL.matcher(item).matches()) {
                return ColumnType.INT32_LIST;
            }
            if (LARGE.matcher(item).matches()) {
                return ColumnType.INT64_LIST;
            }
            if (REAL.matcher(item).matches()) {
                return ColumnType.FLOAT64_LIST;
            }
        }
        return ColumnType.TEXT;
    }

    /**
     * The SQL of a column's values as a column of the type here.
     *
     * @param column quoted
     * @param type DuckDB's
     */
    static String cast(String column, String type) {
        return switch (of(type)) {
            case INT32 -> "CAST(" + column + " AS INTEGER)";
            case INT64 -> "CAST(" + column + " AS BIGINT)";
            case FLOAT64 -> "CAST(" + column + " AS DOUBLE)";
            case INT8_LIST -> "CAST(" + column + " AS TINYINT[])";
            case INT32_LIST -> "CAST(" + column + " AS INTEGER[])";
            case INT64_LIST -> "CAST(" + column + " AS BIGINT[])";
            case FLOAT64_LIST -> "CAST(" + column + " AS DOUBLE[])";
            case TEXT -> nested(type) ? "CAST(to_json(" + column + ") AS VARCHAR)" : "CAST(" + column + " AS VARCHAR)";
        };
    }

    /** Whether a column of whole numbers may hold some that no {@code int64} holds. */
    static boolean isBeyondLong(String type) {
        return BEYOND_LONG.matcher(type.toUpperCase(Locale.ROOT)).matches();
    }

    private static boolean nested(String type) {
        String upper = type.toUpperCase(Locale.ROOT);
        return upper.startsWith("STRUCT") || upper.startsWith("MAP") || upper.startsWith("UNION") || upper.endsWith("]");
    }
}
