package org.novum.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.novum.store.Sources.SOURCE;
import static org.novum.store.Sources.everyType;
import static org.novum.store.Sources.files;
import static org.novum.store.Sources.numbers;
import static org.novum.store.Sources.reals;
import static org.novum.store.Sources.settled;
import static org.novum.store.Sources.values;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.NovumException;
import org.novum.api.data.Batches;
import org.novum.api.data.DataConnector;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;

class ArrowStoreTest {
    @TempDir
    private Path folder;

    private Path file;
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void makeFile() throws IOException {
        file = settled(folder, "a.mem");
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
        CountingConnector first = new CountingConnector(settled(folder, "1.mem"), reals(1));
        CountingConnector second = new CountingConnector(settled(folder, "2.mem"), reals(2));
        CountingConnector third = new CountingConnector(settled(folder, "3.mem"), reals(3));
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

    private static List<String> objects(Path store) {
        return files(store.resolve("objects")).stream().map(path -> String.valueOf(path.getFileName())).toList();
    }
}
