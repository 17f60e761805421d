package org.novum.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.fake.InMemoryColumn;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;

/** Samples that go into stores, and what is read of them. */
final class Sources {
    /** More than one batch of lists. */
    private static final int ROWS = 1500;

    static final DataSource SOURCE = DataSource.of("file:a.mem");

    private Sources() {}

    /** A file that changed long ago, as one must that is kept. */
    static Path settled(Path folder, String name) throws IOException {
        Path made = Files.writeString(folder.resolve(name), name);
        Files.setLastModifiedTime(made, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        return made;
    }

    static InMemoryDataset numbers(double value) {
        return InMemoryDataset.of("n", InMemoryTable.named("t").reals("x", Unit.ONE, value));
    }

    static InMemoryDataset reals(double value) {
        double[] values = IntStream.range(0, 1000).mapToDouble(i -> i + value).toArray();
        return InMemoryDataset.of("r", InMemoryTable.named("t").reals("x", Unit.ONE, values));
    }

    /** Every type, every fifth value missing. */
    static InMemoryDataset everyType() {
        InMemoryTable table = InMemoryTable.named("t");
        table = table.with(column("real", ColumnType.FLOAT64, i -> i / 7.0));
        table = table.with(column("whole", ColumnType.INT64, i -> i * 10_000_000_000L));
        table = table.with(column("small", ColumnType.INT32, i -> i));
        table = table.with(column("text", ColumnType.TEXT, i -> "α".repeat(i % 5) + i));
        table = table.with(column("reals", ColumnType.FLOAT64_LIST, i -> list(i % 4, k -> i + k / 2.0)));
        table = table.with(column("wholes", ColumnType.INT64_LIST, i -> list(i % 3, k -> (long) i << k)));
        table = table.with(column("smalls", ColumnType.INT32_LIST, i -> list(i % 9, k -> i - k)));
        table = table.with(column("gaps", ColumnType.FLOAT64_LIST, i -> gaps(list(i % 6, k -> i + k / 2.0))));
        table = table.with(column("tiny", ColumnType.INT8_LIST, i -> list(i % 2, k -> (byte) (i + k))));
        return InMemoryDataset.of("all", table);
    }

    private interface Value {
        Object of(int row);
    }

    /** Items of lists may be missing too. */
    private static List<@Nullable Object> gaps(List<@Nullable Object> items) {
        List<@Nullable Object> gaps = new ArrayList<>(items);
        for (int i = 0; i < gaps.size(); i += 3) {
            gaps.set(i, null);
        }
        return gaps;
    }

    private static List<@Nullable Object> list(int length, Value item) {
        return new ArrayList<>(IntStream.range(0, length).mapToObj(item::of).toList());
    }

    private static InMemoryColumn column(String name, ColumnType type, Value value) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            values.add(row % 5 == 3 ? null : value.of(row));
        }
        return new InMemoryColumn.Values(name, type, Unit.ONE, values);
    }

    static List<List<@Nullable Object>> values(DataConnector connector) {
        return values(connector, List.of());
    }

    /** Opens and reads once; no columns mean all. */
    static List<List<@Nullable Object>> values(DataConnector connector, List<String> some) {
        try (RootAllocator allocator = new RootAllocator();
                Dataset dataset = connector.open(SOURCE)) {
            List<String> all =
                    dataset.card().part("t").columns().stream().map(ColumnCard::name).toList();
            return values(allocator, dataset, some.isEmpty() ? all : some);
        }
    }

    private static List<List<@Nullable Object>> values(RootAllocator allocator, Dataset dataset, List<String> columns) {
        List<List<@Nullable Object>> values = new ArrayList<>();
        columns.forEach(_ -> values.add(new ArrayList<>()));
        try (Batches batches = dataset.read(allocator, "t", columns)) {
            while (batches.next()) {
                for (int i = 0; i < columns.size(); i++) {
                    FieldVector vector = batches.root().getVector(i);
                    assertThat(vector.getName()).isEqualTo(columns.get(i));
                    for (int row = 0; row < batches.root().getRowCount(); row++) {
                        Object value = vector.getObject(row);
                        values.get(i).add(value == null ? null : value.toString());
                    }
                }
            }
        }
        return values;
    }

    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
