package org.novum.columnar;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.files.Guard;
import org.novum.tabular.ColumnNames;
import org.novum.tabular.ColumnPlan;
import org.novum.tabular.SourceBytes;
import org.novum.tabular.TableFile;

/** One file whose columns, rows and digest are known. */
final class ColumnarFile {
    /** What looking at a file may take; one batch of it is in memory. */
    private static final long MOST_MEMORY = 4L << 30;

    private static final long UNKNOWN = -1;
    private static final Pattern NUMBERED = Pattern.compile(".*_\\d+", Pattern.DOTALL);

    private final TableFile file;
    private final List<String> names = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final ColumnNames mapped;
    private final Map<String, String> select;
    private final String sha256;
    private final long rows;

    /**
     * Looks at a file.
     *
     * @throws DataException if it is broken
     */
    ColumnarFile(DataSource source, TableFile file) {
        this.file = file;
        this.sha256 = SourceBytes.digest(file.path()).sha256();
        this.select = source.select();
        try (RootAllocator allocator = new RootAllocator(MOST_MEMORY)) {
            CheckedArrowFile.Look look = Guard.call(() -> look(allocator), broken -> Duck.broken(file, broken));
            Duck duck = Duck.open(allocator, file);
            this.mapped = Guard.call(() -> described(duck, ColumnNames.withUnits(source, look.units())), duck::refused);
            this.rows = look.rows() != UNKNOWN && select.isEmpty() ? look.rows() : Guard.call(() -> count(duck), duck::refused);
            duck.close();
        }
        if (names.isEmpty()) {
            throw new DataException(file.label(), "it has no columns", "get the file again");
        }
    }

    /** What is known without the database, which takes longer to refuse a damaged file. */
    private CheckedArrowFile.Look look(BufferAllocator allocator) throws IOException {
        return switch (Kind.of(file)) {
            case ARROW -> CheckedArrowFile.look(file, allocator);
            case PARQUET -> new CheckedArrowFile.Look(UNKNOWN, ParquetFooter.check(file.path()));
            case JSON -> {
                JsonText.check(file);
                yield new CheckedArrowFile.Look(UNKNOWN, Map.of());
            }
            case JSON_LINES -> new CheckedArrowFile.Look(UNKNOWN, Map.of());
        };
    }

    /** Names and types are known when the query is prepared; it is not asked. */
    private ColumnNames described(Duck duck, DataSource source) throws SQLException, IOException {
        try (PreparedStatement query = duck.query("SELECT * FROM " + duck.table(), List.of())) {
            ResultSetMetaData columns = query.getMetaData();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                names.add(columns.getColumnName(column));
                types.add(type(columns.getColumnTypeName(column)));
            }
        }
        if (Kind.of(file).isJson()) {
            requireOtherNames(duck);
        }
        return new ColumnNames(source, names);
    }

    /** Whatever is no number is text as it is written in JSON. */
    private String type(String found) {
        return Kind.of(file).isJson() && DuckTypes.of(found) == ColumnType.TEXT ? JsonText.WRITTEN : found;
    }

    /** The database gives numbers to names that differ in case alone. */
    private void requireOtherNames(Duck duck) throws SQLException, IOException {
        if (names.stream().noneMatch(name -> NUMBERED.matcher(name).matches())) {
            return;
        }
        Map<String, String> seen = new HashMap<>();
        try (PreparedStatement query = duck.query(JsonText.of(file).names(), List.of());
                ResultSet found = query.executeQuery()) {
            while (found.next()) {
                String other = seen.put(found.getString(1).toLowerCase(Locale.ROOT), found.getString(1));
                if (other != null) {
                    throw new DataException(
                            file.label(),
                            "the columns " + other + " and " + found.getString(1) + " differ in case alone",
                            "rename one of them");
                }
            }
        }
    }

    private long count(Duck duck) throws SQLException, IOException {
        try (PreparedStatement query = query(List.of()).count(duck);
                ResultSet counted = query.executeQuery()) {
            counted.next();
            return counted.getLong(1);
        }
    }

    private ColumnarQuery query(List<ColumnarQuery.Column> columns) {
        SequencedMap<String, String> selected = new LinkedHashMap<>();
        select.forEach((column, value) -> selected.put(names.get(mapped.index(file.label(), column)), value));
        return new ColumnarQuery(file, columns, selected);
    }

    /** Batches of columns, in the file's order of rows. */
    Batches read(BufferAllocator allocator, List<String> columns, int batchRows) {
        List<ColumnPlan> plans = columns.stream()
                .map(column -> mapped.plan(file.label(), column, columnTypes()))
                .toList();
        List<ColumnarQuery.Column> wanted = plans.stream()
                .map(plan -> new ColumnarQuery.Column(plan.fileName(), plan.card().name(), types.get(plan.index())))
                .toList();
        return new ColumnarBatches(allocator, query(wanted), batchRows);
    }

    TableFile file() {
        return file;
    }

    ColumnNames names() {
        return mapped;
    }

    List<ColumnType> columnTypes() {
        return types.stream().map(DuckTypes::of).toList();
    }

    String sha256() {
        return sha256;
    }

    long rows() {
        return rows;
    }
}
