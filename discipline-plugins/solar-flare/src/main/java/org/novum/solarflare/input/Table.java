package org.novum.solarflare.input;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.novum.api.data.Batches;
import org.novum.api.data.DataException;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;

/** Columns of one part of the data in memory; numbers and text are converted where they are asked for. */
public final class Table {
    private final DataPart part;
    private final int rows;
    private final Map<String, Object[]> columns;

    private Table(DataPart part, int rows, Map<String, Object[]> columns) {
        this.part = part;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Reads columns, and no others.
     *
     * @throws DataException if one is missing
     */
    public static Table read(DataHandle data, DataPart part, List<String> names) {
        for (String name : names) {
            if (part.column(name).isEmpty()) {
                throw new DataException(
                        part.uri() + ", column " + name,
                        "there is no such column",
                        "the columns are "
                                + String.join(", ", part.columns().stream().map(card -> card.name()).toList()));
            }
        }
        List<List<Object>> values = new ArrayList<>();
        names.forEach(name -> values.add(new ArrayList<>()));
        int rows = 0;
        try (Batches batches = data.read(part.name(), names)) {
            while (batches.next()) {
                int count = batches.root().getRowCount();
                for (int column = 0; column < names.size(); column++) {
                    append(batches.root().getVector(column), count, values.get(column));
                }
                rows += count;
            }
        }
        Map<String, Object[]> columns = new TreeMap<>();
        for (int column = 0; column < names.size(); column++) {
            columns.put(names.get(column), values.get(column).toArray());
        }
        return new Table(part, rows, columns);
    }

    /**
     * A column as its fields are written, so that who reads the result finds his own words again; where the data are not
     * written as text, or a partition chooses among their rows, as {@link #texts}.
     */
    public String[] asWritten(DataHandle data, String column) {
        Optional<Batches> written = data.asWritten(part.name(), column);
        if (written.isEmpty()) {
            return texts(column);
        }
        List<Object> values = new ArrayList<>();
        try (Batches batches = written.get()) {
            while (batches.next()) {
                append(batches.root().getVector(0), batches.root().getRowCount(), values);
            }
        }
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    private static void append(FieldVector vector, int count, List<Object> target) {
        switch (vector) {
            case Float8Vector numbers -> {
                for (int row = 0; row < count; row++) {
                    target.add(numbers.isNull(row) ? Double.NaN : (Object) numbers.get(row));
                }
            }
            case BigIntVector integers -> {
                for (int row = 0; row < count; row++) {
                    target.add(integers.isNull(row) ? Double.NaN : (Object) integers.get(row));
                }
            }
            case VarCharVector texts -> {
                for (int row = 0; row < count; row++) {
                    target.add(texts.isNull(row) ? "" : new String(texts.get(row), StandardCharsets.UTF_8));
                }
            }
            default -> throw new IllegalArgumentException("a column cannot be of type " + vector.getField().getType());
        }
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** Where it was read from, for messages. */
    public String file() {
        return part.uri();
    }

    /** The part it was read from. */
    public DataPart part() {
        return part;
    }

    /** A column as text; numbers without an exponent, missing values as the empty text. */
    public String[] texts(String column) {
        String[] texts = new String[rows];
        Object[] values = columns.get(column);
        for (int row = 0; row < rows; row++) {
            texts[row] = switch (values[row]) {
                case Double number when number.isNaN() -> "";
                case Double number when Double.isFinite(number) ->
                    new BigDecimal(number.toString()).toPlainString();
                default -> values[row].toString();
            };
        }
        return texts;
    }

    /** A column of finite numbers; anything else is noted. */
    public double[] numbers(String column, Damage damage) {
        double[] numbers = new double[rows];
        Object[] values = columns.get(column);
        for (int row = 0; row < rows; row++) {
            numbers[row] = switch (values[row]) {
                case Double number -> number;
                case Long integer -> integer;
                default -> number(values[row].toString());
            };
            if (!Double.isFinite(numbers[row])) {
                damage.add(row, column, "the number is missing or not finite");
            }
        }
        return numbers;
    }

    /** A column of whole numbers; anything else is noted. */
    public long[] wholes(String column, Damage damage) {
        double[] numbers = numbers(column, damage);
        long[] wholes = new long[rows];
        for (int row = 0; row < rows; row++) {
            wholes[row] = (long) numbers[row];
            if (Double.isFinite(numbers[row]) && wholes[row] != numbers[row]) {
                damage.add(row, column, numbers[row] + " is not a whole number");
            }
        }
        return wholes;
    }

    /** A column of UTC timestamps, in seconds since 1970; anything else is noted. */
    public long[] times(String column, Damage damage) {
        String[] texts = texts(column);
        long[] times = new long[rows];
        for (int row = 0; row < rows; row++) {
            OptionalLong time = UtcTime.parse(texts[row]);
            if (time.isEmpty()) {
                damage.add(row, column, "'" + texts[row] + "' is no timestamp of the form yyyy-mm-dd HH:MM:SS");
            }
            times[row] = time.orElse(0);
        }
        return times;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }
}
