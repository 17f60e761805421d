package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.NovumException;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;
import org.novum.api.discipline.OperationResult;
import org.novum.votable.VotableConnector;

/** Each format is read back by somebody else's reader. */
class ResultFileTest {
    private static final List<List<@Nullable Object>> ROWS = List.of(
            Arrays.asList("a \"quoted\", file.fits", 0.1, 7L),
            Arrays.asList("b'; DROP TABLE result; --", -1e-200, null),
            Arrays.asList("c", null, -1L));

    private static final OperationResult.Table TABLE = new OperationResult.Table(
            List.of(
                    new ColumnCard("file", ColumnType.TEXT, Unit.ONE),
                    new ColumnCard("the \"velocity\"", ColumnType.FLOAT64, Unit.of("km/s")),
                    new ColumnCard("zwarning", ColumnType.INT64, Unit.ONE)),
            new ArrayList<>(ROWS));

    @TempDir
    private Path folder;

    @Test
    void arrow() throws IOException {
        Path file = written("z.arrow");
        try (RootAllocator allocator = new RootAllocator();
                FileChannel channel = FileChannel.open(file);
                ArrowFileReader reader = new ArrowFileReader(channel, allocator)) {
            assertThat(reader.loadNextBatch()).isTrue();
            VectorSchemaRoot root = reader.getVectorSchemaRoot();
            assertThat(root.getRowCount()).isEqualTo(3);
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    Object value = root.getVector(column).getObject(row);
                    assertThat(value == null ? null : column == 0 ? value.toString() : value)
                            .isEqualTo(ROWS.get(row).get(column));
                }
            }
            assertThat(root.getVector(1).getField().getMetadata()).containsEntry("unit", "km/s");
            assertThat(reader.loadNextBatch()).isFalse();
        }
    }

    @Test
    void parquet() throws SQLException {
        Path file = written("z.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM '" + file + "'")) {
            assertThat(result.getMetaData().getColumnName(2)).isEqualTo("the \"velocity\"");
            for (List<@Nullable Object> row : ROWS) {
                assertThat(result.next()).isTrue();
                for (int column = 0; column < 3; column++) {
                    assertThat(result.getObject(column + 1)).isEqualTo(row.get(column));
                }
            }
            assertThat(result.next()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"z.vot", "z.xml", "z.VOT"})
    void votable(String name) {
        Path file = written(name);
        Path copy = folder.resolve("copy.vot");
        try {
            Files.copy(file, copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (RootAllocator allocator = new RootAllocator();
                Dataset dataset = new VotableConnector().open(DataSource.of("file:" + copy));
                Batches batches = dataset.read(allocator, "copy", List.of("file", "zwarning"))) {
            assertThat(batches.next()).isTrue();
            assertThat(batches.root().getVector(0).getObject(1)).hasToString("b'; DROP TABLE result; --");
            assertThat(batches.root().getVector(1).getObject(0)).isEqualTo(7L);
            assertThat(batches.root().getVector(1).getObject(1)).isNull();
        }
    }

    @Test
    void csvAndJson() {
        assertThat(written("z.csv")).content().startsWith("file,\"the \"\"velocity\"\"\",zwarning\n\"a \"\"quoted\"\", file.fits\",0.1,7\n");
        assertThat(written("z.json")).content().contains("DROP TABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"z.csv", "z.arrow", "z.parquet", "z.vot"})
    void aDocumentIsNoTable(String name) {
        OperationResult document = new OperationResult.Document(JsonNodeFactory.instance.objectNode());
        assertThatThrownBy(() -> new ResultFile(folder.resolve(name)).write(document))
                .isInstanceOf(NovumException.class)
                .hasMessageContaining(".json");
        assertThat(folder.resolve(name)).doesNotExist();
    }

    private Path written(String name) {
        Path file = folder.resolve(name);
        new ResultFile(file).write(TABLE);
        return file;
    }

    @Test
    void writesGalleriesAsPagesOrNumbersAndNothingElse() throws Exception {
        OperationResult gallery = new OperationResult.Gallery("Sky", "One object.", List.of(new OperationResult.Exhibit(
                "one", "a star", OperationResult.Trust.SOUND, List.of(), List.of())));
        new ResultFile(folder.resolve("sky.html")).write(gallery);
        assertThat(Files.readString(folder.resolve("sky.html"))).startsWith("<!DOCTYPE html>").contains("a star");
        new ResultFile(folder.resolve("sky.json")).write(gallery);
        assertThat(Files.readString(folder.resolve("sky.json"))).contains("\"exhibits\"");
        assertThatThrownBy(() -> new ResultFile(folder.resolve("sky.csv")).write(gallery))
                .isInstanceOf(NovumException.class)
                .hasMessageContaining(".html");
        assertThatThrownBy(() -> new ResultFile(folder.resolve("table.html")).write(TABLE))
                .isInstanceOf(NovumException.class)
                .hasMessageContaining(".csv");
    }
}
