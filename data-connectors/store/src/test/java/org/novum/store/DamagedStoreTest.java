package org.novum.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.novum.store.Sources.everyType;
import static org.novum.store.Sources.files;
import static org.novum.store.Sources.numbers;
import static org.novum.store.Sources.settled;
import static org.novum.store.Sources.values;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.DataConnector;

/** What changed in a store since it was stored is read from its source again. */
class DamagedStoreTest {
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

    @Test
    void fileThatIsNoArrowFileIsReadFromTheSource() throws IOException {
        CountingConnector source = new CountingConnector(file, numbers(1));
        DataConnector connector = store().storing(source);
        values(connector);
        Path object = files(folder.resolve("store/objects")).getFirst();
        FileTime sealed = Files.getLastModifiedTime(object);
        Files.write(object, new byte[(int) Files.size(object)]);
        Files.setLastModifiedTime(object, sealed);
        assertThat(values(connector)).isEqualTo(List.of(List.of("1.0")));
        assertThat(complaints).singleElement().asString().contains("no Arrow file");
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
}
