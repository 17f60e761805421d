package org.novum.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBResultSet;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;
import org.novum.api.discipline.OperationResult;
import org.novum.votable.VotableWriter;

/**
 * Writes rows of a dataset into a file of another format, through DuckDB, batch by batch.
 *
 * <p>Units go along: as {@code unit} of VOTable's fields, as metadata {@code unit} of Arrow's, and of Parquet as the file's metadata
 * {@code novum.unit.COLUMN}. CSV has no place for them.
 *
 * @param columns to write, in this order; all, if empty
 * @param where SQL condition, or empty for all rows
 * @param progress told the rows read so far
 */
record Conversion(List<String> columns, String where, LongConsumer progress) {
    private static final String TABLE = "source_rows";
    private static final int ROWS = 1 << 16;
    private static final List<String> ENDINGS = List.of(".csv", ".parquet", ".arrow", ".feather", ".vot", ".votable", ".xml");

    /** What was wrong with the data comes through the database with words of its own in front. */
    private static final Pattern OWN = Pattern.compile("^.*org\\.novum\\.[\\w.]+Exception: ");

    /** The database's word for the kind of an error. */
    private static final Pattern KIND = Pattern.compile("^[A-Z][A-Za-z ]* Error: ");

    private static final Pattern UNKNOWN = Pattern.compile("^Binder Error: Referenced column \"(.*)\" not found");

    /**
     * What was written.
     *
     * @param rows how many
     * @param columns in their order
     */
    record Result(long rows, List<ColumnCard> columns) {}

    /**
     * Converts.
     *
     * @param out file; its ending says the format
     * @return what was written
     * @throws NovumException if a column is not there, the condition is no SQL, or the file cannot be written
     */
    Result write(BufferAllocator allocator, Dataset dataset, Path out) {
        SharedColumns shared = new SharedColumns(dataset.card().parts());
        List<ColumnCard> chosen = columns.isEmpty() ? shared.all() : shared.of(columns);
        List<ColumnCard> read = where.isEmpty() ? chosen : shared.alike(); // a condition may name columns that are not written
        SharedColumns.requireOtherNames(read);
        requireCondition();
        requireFolder(out);
        Path unfinished = Unfinished.beside(out);
        try (DuckDBConnection connection =
                        DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
                BatchesReader reader = new BatchesReader(allocator, dataset, read, progress);
                ArrowArrayStream stream = ArrowArrayStream.allocateNew(allocator)) {
            Data.exportArrayStream(allocator, reader, stream);
            connection.registerArrowStream(TABLE, stream);
            confine(connection, unfinished);
            long rows = new Written(connection, query(chosen), chosen).to(allocator, out, unfinished);
            Files.move(unfinished, out.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Result(rows, chosen);
        } catch (SQLException wrong) {
            throw wrong(out, read, wrong);
        } catch (IOException full) {
            throw new NovumException(ExitCode.CANNOT_WRITE, out + " cannot be written (" + full.getMessage() + ")", full);
        } finally {
            Unfinished.discard(unfinished);
        }
    }

    private String query(List<ColumnCard> chosen) {
        String list = chosen.stream().map(card -> quoted(card.name())).collect(Collectors.joining(", "));
        return "SELECT " + list + " FROM " + TABLE + (where.isEmpty() ? "" : " WHERE (" + where + "\n)");
    }

    /** A condition that closes more than it opens would be another one than it looks. */
    private void requireCondition() {
        int open = 0;
        char quote = 0;
        for (char each : where.toCharArray()) {
            if (quote != 0) {
                quote = each == quote ? 0 : quote;
            } else if (each == '\'' || each == '"') {
                quote = each;
            } else {
                open += each == '(' ? 1 : each == ')' ? -1 : 0;
            }
            if (open < 0) {
                break;
            }
        }
        if (open != 0 || quote != 0) {
            throw new NovumException(ExitCode.USAGE, "--where: brackets or quotes do not match; write a condition of the columns, in SQL");
        }
    }

    /**
     * Sees that the ending of a file names a format.
     *
     * @throws NovumException with {@code USAGE} if it does not
     */
    static void requireFormat(Path out) {
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        if (ENDINGS.stream().noneMatch(name::endsWith)) {
            throw new NovumException(ExitCode.USAGE, "--out " + out + ": end the name of the file in " + String.join(", ", ENDINGS));
        }
    }

    private static void requireFolder(Path out) {
        Path folder = out.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new NovumException(ExitCode.CANNOT_WRITE, "--out " + out + ": there is no folder " + folder + "; make it first");
        }
        if (!Files.isWritable(folder)) {
            throw new NovumException(
                    ExitCode.CANNOT_WRITE, "--out " + out + ": nothing may be written to " + folder + "; choose another folder");
        }
        if (Files.isDirectory(out)) {
            throw new NovumException(ExitCode.CANNOT_WRITE, "--out " + out + ": a folder is there; choose another name");
        }
    }

    /** A condition has the rows to look at, and no file or network. */
    private static void confine(Connection connection, Path unfinished) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET allowed_paths = [" + text(unfinished.toString()) + "]");
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
        }
    }

    /**
     * The rows of a query, to be written.
     *
     * @param columns of the query, with their units
     */
    private record Written(Connection connection, String query, List<ColumnCard> columns) {
        long to(BufferAllocator allocator, Path out, Path unfinished) throws SQLException, IOException {
            return switch (ResultFormat.of(out.getFileName().toString())) {
                case CSV -> csv(unfinished);
                case PARQUET -> copy(unfinished, "FORMAT PARQUET" + metadata());
                case ARROW -> arrow(allocator, unfinished);
                case VOTABLE -> votable(out, unfinished);
                case JSON, HTML -> throw new IllegalStateException(out + " has no ending of a table");
            };
        }

        /** A line of one missing value alone would be blank, which is no row: it is an empty text. */
        private long csv(Path file) throws SQLException {
            String name = quoted(columns.getFirst().name());
            Written written = columns.size() > 1
                    ? this
                    : new Written(
                            connection,
                            "SELECT coalesce(CAST(" + name + " AS VARCHAR), '') AS " + name + " FROM (" + query + ")",
                            columns);
            return written.copy(file, "FORMAT CSV, HEADER");
        }

        private String metadata() {
            String units = columns.stream()
                    .filter(card -> !card.unit().equals(Unit.ONE))
                    .map(card -> text("novum.unit." + card.name()) + ": " + text(card.unit().symbol()))
                    .collect(Collectors.joining(", "));
            return units.isEmpty() ? "" : ", KV_METADATA {" + units + "}";
        }

        private long copy(Path file, String format) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                return statement.executeLargeUpdate("COPY (" + query + ") TO " + text(file.toString()) + " (" + format + ", USE_TMP_FILE false)");
            }
        }

        private long arrow(BufferAllocator allocator, Path file) throws SQLException, IOException {
            long rows = 0;
            try (Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery(query);
                    ArrowReader reader = (ArrowReader) answer.unwrap(DuckDBResultSet.class).arrowExportStream(allocator, ROWS);
                    FileChannel channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                VectorSchemaRoot labelled = withUnits(reader.getVectorSchemaRoot());
                try (ArrowFileWriter writer = new ArrowFileWriter(labelled, reader, channel)) {
                    writer.start();
                    while (reader.loadNextBatch()) {
                        rows += reader.getVectorSchemaRoot().getRowCount();
                        labelled.setRowCount(reader.getVectorSchemaRoot().getRowCount());
                        writer.writeBatch();
                    }
                    writer.end();
                }
            }
            return rows;
        }

        private long votable(Path out, Path file) throws SQLException, IOException {
            try (Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery(query)) {
                OperationResult.Table table = ResultRows.of(answer, columns.stream().map(ColumnCard::unit).toList());
                Files.write(file, VotableWriter.write(out.getFileName().toString().replaceFirst("\\.[^.]*$", ""), table));
                return table.rows().size();
            }
        }

        /** The same vectors, whose fields say their units as those of results do. */
        private VectorSchemaRoot withUnits(VectorSchemaRoot root) {
            List<Field> fields = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                Field plain = root.getVector(i).getField();
                Map<String, String> unit = Map.of("unit", columns.get(i).unit().symbol());
                fields.add(new Field(
                        plain.getName(), new FieldType(plain.isNullable(), plain.getType(), plain.getDictionary(), unit), plain.getChildren()));
            }
            return new VectorSchemaRoot(new Schema(fields), root.getFieldVectors(), root.getRowCount());
        }
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static NovumException wrong(Path out, List<ColumnCard> read, SQLException wrong) {
        String reason = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("").strip();
        Matcher own = OWN.matcher(reason);
        if (own.find()) {
            return new NovumException(ExitCode.DATA, reason.substring(own.end()), wrong);
        }
        Matcher unknown = UNKNOWN.matcher(reason);
        if (unknown.find()) {
            String there = read.stream().map(ColumnCard::name).collect(Collectors.joining(", "));
            return new NovumException(
                    ExitCode.USAGE, "--where: there is no column " + unknown.group(1) + "; there are " + there, wrong);
        }
        String bare = KIND.matcher(reason).replaceFirst("");
        return switch (reason.split(" ", 2)[0]) {
            case "IO" -> new NovumException(
                    ExitCode.CANNOT_WRITE, out + " cannot be written (" + bare + "); make room, or choose another place", wrong);
            case "Parser", "Binder", "Conversion", "Catalog", "Permission" ->
                new NovumException(ExitCode.USAGE, "--where: " + bare + "; write a condition of the columns, in SQL", wrong);
            default -> new NovumException(ExitCode.DATA, "the data cannot be converted: " + bare, wrong);
        };
    }
}
