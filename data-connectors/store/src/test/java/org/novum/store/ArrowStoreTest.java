package org.novum.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.NovumException;
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

class ArrowStoreTest {
    private static final int ROWS = 1500; // more than one batch of lists
    private static final DataSource SOURCE = DataSource.of("file:a.mem");

    @TempDir
    private Path folder;

    private Path file;
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void makeFile() throws IOException {
        file = settled("a.mem");
    }

    private Path settled(String name) throws IOException {
        Path made = Files.writeString(folder.resolve(name), name);
        Files.setLastModifiedTime(made, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        return made;
    }

    private ArrowStore store() {
        return new ArrowStore(folder.resolve("store"), StoreLimit.USUAL, complaints::add);
    }

    @Test
    void whatWasReadOnceComesFromTheStore() {
        CountingConnector source = new CountingConnector(file, everyType().inBatchesOf(64));
        DataConnector connector = store().storing(source);
        List<List<@Nullable Object>> direct = values(source);
        assertThat(values(connector)).isEqualTo(direct);
        assertThat(source.opened()).isEqualTo(2);
        assertThat(values(connector)).isEqualTo(direct);
        assertThat(values(store().storing(source))).as("in another process").isEqualTo(direct);
        assertThat(source.opened()).isEqualTo(2);
        assertThat(complaints).isEmpty();
    }

    @Test
    void cardIsTheSame() {
        CountingConnector source = new CountingConnector(file, everyType());
        DataConnector connector = store().storing(source);
        try (Dataset first = connector.open(SOURCE);
                Dataset second = connector.open(SOURCE)) {
            assertThat(second.card()).isEqualTo(first.card());
        }
        assertThat(source.opened()).isEqualTo(1);
    }

    @Test
    void columnsAreReadInTheOrderAskedFor() {
        CountingConnector source = new CountingConnector(file, everyType());
        DataConnector connector = store().storing(source);
        values(connector);
        assertThat(values(connector, List.of("text", "real")))
                .isEqualTo(values(source, List.of("text", "real")));
    }

    @Test
    void columnThatIsNewIsReadFromTheSource() {
        CountingConnector source = new CountingConnector(file, everyType());
        DataConnector connector = store().storing(source);
        values(connector, List.of("real"));
        values(connector, List.of("real", "text"));
        assertThat(source.opened()).isEqualTo(2);
        values(connector, List.of("text"));
        assertThat(source.opened()).isEqualTo(2);
    }

    @Test
    void bytesFollowFromTheValuesAlone() throws IOException {
        List<List<String>> names = new ArrayList<>();
        for (int size : List.of(7, 512, 5000)) {
            Path place = folder.resolve("store-" + size);
            ArrowStore store = new ArrowStore(place, StoreLimit.USUAL, complaints::add);
            values(store.storing(new CountingConnector(file, everyType().inBatchesOf(size))));
            names.add(objects(place));
        }
        assertThat(names.getFirst()).hasSize(9);
        assertThat(names.get(1)).isEqualTo(names.getFirst());
        assertThat(names.get(2)).isEqualTo(names.getFirst());
    }

    @Test
    void equalColumnsAreOneFile() throws IOException {
        InMemoryDataset two = InMemoryDataset.of(
                "two", InMemoryTable.named("t").reals("a", Unit.ONE, 1, 2, 3).reals("b", Unit.GEV, 1, 2, 3));
        values(store().storing(new CountingConnector(file, two)));
        assertThat(objects(folder.resolve("store"))).hasSize(1);
    }

    @Test
    void changedFileIsReadAgain() throws IOException {
        CountingConnector source = new CountingConnector(file, numbers(1));
        DataConnector connector = store().storing(source);
        values(connector);
        source.change(numbers(2));
        assertThat(values(connector)).as("nothing tells that it changed").isEqualTo(List.of(List.of("1.0")));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:01Z")));
        assertThat(values(connector)).isEqualTo(List.of(List.of("2.0")));
    }

    @Test
    void fileThatChangedJustNowIsNotKept() throws IOException {
        Path fresh = Files.writeString(folder.resolve("fresh.mem"), "fresh");
        CountingConnector source = new CountingConnector(fresh, numbers(1));
        DataConnector connector = store().storing(source);
        values(connector);
        values(connector);
        assertThat(source.opened()).isEqualTo(2);
        assertThat(complaints).isEmpty();
    }

    @Test
    void whatIsNotReadToTheEndIsNotKept() throws IOException {
        CountingConnector source = new CountingConnector(file, everyType().inBatchesOf(10));
        DataConnector connector = store().storing(source);
        try (RootAllocator allocator = new RootAllocator();
                Dataset dataset = connector.open(SOURCE);
                Batches batches = dataset.read(allocator, "t", List.of("real"))) {
            assertThat(batches.next()).isTrue();
        }
        assertThat(objects(folder.resolve("store"))).isEmpty();
        assertThat(files(folder.resolve("store/new"))).isEmpty();
        assertThat(values(connector)).isEqualTo(values(source));
    }

    @Test
    void damagedFileIsReadFromTheSource() throws IOException {
        CountingConnector source = new CountingConnector(file, numbers(1));
        DataConnector connector = store().storing(source);
        values(connector);
        Path object = files(folder.resolve("store/objects")).getFirst();
        Files.write(object, new byte[] {1, 2, 3});
        assertThat(values(connector)).isEqualTo(List.of(List.of("1.0")));
        assertThat(values(connector)).isEqualTo(List.of(List.of("1.0")));
        assertThat(source.opened()).as("kept again").isEqualTo(2);
    }

    @Test
    void fileWithOtherBytesOfTheSameLengthIsReadFromTheSource() throws IOException {
        CountingConnector source = new CountingConnector(file, numbers(1));
        values(store().storing(source));
        changeAByteOf(files(folder.resolve("store/objects")).getFirst());
        assertThat(values(store().storing(source))).isEqualTo(List.of(List.of("1.0")));
        assertThat(complaints).singleElement().asString().contains(".arrow changed since it was stored");
        assertThat(values(store().storing(source))).isEqualTo(List.of(List.of("1.0")));
        assertThat(source.opened()).as("kept again").isEqualTo(2);
    }

    /** Half of a name, a number or a bracket: each would be another card. */
    @Test
    void changedEntriesAreReadFromTheSource() throws IOException {
        for (boolean card : List.of(true, false)) {
            CountingConnector source = new CountingConnector(file, numbers(1));
            values(store().storing(source));
            complaints.clear();
            changeAByteOf(files(folder.resolve("store/sources")).stream()
                    .filter(path -> path.toString().endsWith(".json") && path.endsWith("card.json") == card)
                    .findFirst()
                    .orElseThrow());
            assertThat(values(store().storing(source))).isEqualTo(List.of(List.of("1.0")));
            assertThat(complaints).singleElement().asString().contains(".json changed since it was stored").doesNotContain("\n");
            int opened = source.opened();
            assertThat(values(store().storing(source))).isEqualTo(List.of(List.of("1.0")));
            assertThat(source.opened()).as("kept again").isEqualTo(opened);
        }
    }

    private static void changeAByteOf(Path stored) throws IOException {
        byte[] bytes = Files.readAllBytes(stored);
        bytes[bytes.length / 2] ^= 1;
        Files.write(stored, bytes);
    }

    /** Copying may not keep times of change. */
    @Test
    void copiedColumnsAreDigestedOnce() throws IOException {
        CountingConnector source = new CountingConnector(file, numbers(1));
        values(store().storing(source));
        Path object = files(folder.resolve("store/objects")).getFirst();
        FileTime sealed = Files.getLastModifiedTime(object);
        Files.write(object, Files.readAllBytes(object));
        assertThat(values(store().storing(source))).isEqualTo(List.of(List.of("1.0")));
        assertThat(source.opened()).isEqualTo(1);
        assertThat(Files.getLastModifiedTime(object)).isEqualTo(sealed);
        assertThat(complaints).isEmpty();
    }

    /** A disk that errs changes no times. */
    @Test
    void damagedColumnsAreFoundByReadingAll() throws IOException {
        CountingConnector source = new CountingConnector(file, everyType());
        List<List<@Nullable Object>> values = values(store().storing(source));
        assertThat(store().removeDamaged()).isEmpty();
        Path object = files(folder.resolve("store/objects")).getFirst();
        FileTime sealed = Files.getLastModifiedTime(object);
        changeAByteOf(object);
        Files.setLastModifiedTime(object, sealed);
        assertThat(store().removeDamaged()).containsExactly(object);
        assertThat(values(store().storing(source))).isEqualTo(values);
        assertThat(object).exists();
    }

    /** As of another user, who lets everybody read it. */
    @Test
    void storeThatIsOnlyReadGivesWhatItHas() throws IOException {
        CountingConnector source = new CountingConnector(file, numbers(1));
        values(store().storing(source));
        for (Path used : files(folder.resolve("store/sources")).stream().filter(path -> path.endsWith("used")).toList()) {
            Files.delete(used);
            Files.createDirectory(used); // cannot be written, by root neither
        }
        assertThat(values(store().storing(source))).isEqualTo(List.of(List.of("1.0")));
        assertThat(source.opened()).isEqualTo(1);
        assertThat(complaints).isEmpty();
    }

    @Test
    void leastRecentlyUsedGoesFirst() throws IOException {
        CountingConnector first = new CountingConnector(settled("1.mem"), reals(1));
        CountingConnector second = new CountingConnector(settled("2.mem"), reals(2));
        CountingConnector third = new CountingConnector(settled("3.mem"), reals(3));
        long one = 1000 * Double.BYTES;
        ArrowStore store = new ArrowStore(folder.resolve("store"), new StoreLimit(3 * one), complaints::add);
        values(store.storing(first));
        values(store.storing(second));
        for (Path used : files(folder.resolve("store/sources")).stream().filter(path -> path.endsWith("used")).toList()) {
            Files.setLastModifiedTime(used, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        }
        values(store.storing(first));
        values(store.storing(third));
        assertThat(first.opened()).isEqualTo(1);
        values(store.storing(first));
        assertThat(first.opened()).as("used later than the second").isEqualTo(1);
        values(store.storing(second));
        assertThat(second.opened()).as("went").isEqualTo(2);
        assertThat(complaints).isEmpty();
    }

    @Test
    void whatIsTooLargeIsNotKept() throws IOException {
        ArrowStore store = new ArrowStore(folder.resolve("store"), new StoreLimit(1000), complaints::add);
        values(store.storing(new CountingConnector(file, reals(1))));
        assertThat(objects(folder.resolve("store"))).isEmpty();
    }

    @Test
    void storeThatCannotBeWrittenIsToldAndDataAreRead() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file where the folder should be");
        ArrowStore store = new ArrowStore(blocked, StoreLimit.USUAL, complaints::add);
        assertThat(values(store.storing(new CountingConnector(file, numbers(1))))).isEqualTo(List.of(List.of("1.0")));
        assertThat(complaints).isNotEmpty().allMatch(text -> text.contains("NOVUM_STORE_SIZE=0"));
    }

    @Test
    void absentColumnIsRefusedAsByTheSource() {
        DataConnector connector = store().storing(new CountingConnector(file, numbers(1)));
        values(connector);
        try (RootAllocator allocator = new RootAllocator();
                Dataset dataset = connector.open(SOURCE)) {
            assertThatThrownBy(() -> dataset.read(allocator, "t", List.of("absent")))
                    .isInstanceOf(RuntimeException.class)
                    .hasMessageContaining("absent");
            assertThatThrownBy(() -> dataset.read(allocator, "absent", List.of("x")))
                    .isInstanceOf(NovumException.class);
        }
    }

    @Test
    void sizesAreRead() {
        assertThat(StoreLimit.of("").bytes()).isEqualTo(20_000_000_000L);
        assertThat(StoreLimit.of("800 MB").bytes()).isEqualTo(800_000_000L);
        assertThat(StoreLimit.of("5g").bytes()).isEqualTo(5_000_000_000L);
        assertThat(StoreLimit.of("0").isNothing()).isTrue();
        assertThatThrownBy(() -> StoreLimit.of("much"))
                .isInstanceOf(NovumException.class)
                .hasMessageContaining("NOVUM_STORE_SIZE=much is no size");
    }

    private static InMemoryDataset numbers(double value) {
        return InMemoryDataset.of("n", InMemoryTable.named("t").reals("x", Unit.ONE, value));
    }

    private static InMemoryDataset reals(double value) {
        double[] values = IntStream.range(0, 1000).mapToDouble(i -> i + value).toArray();
        return InMemoryDataset.of("r", InMemoryTable.named("t").reals("x", Unit.ONE, values));
    }

    /** Every type, every fifth value missing. */
    private static InMemoryDataset everyType() {
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

    private static List<List<@Nullable Object>> values(DataConnector connector) {
        return values(connector, List.of());
    }

    /** Opens and reads once; no columns mean all. */
    private static List<List<@Nullable Object>> values(DataConnector connector, List<String> some) {
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

    private static List<String> objects(Path store) {
        return files(store.resolve("objects")).stream().map(path -> String.valueOf(path.getFileName())).toList();
    }

    private static List<Path> files(Path folder) {
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
