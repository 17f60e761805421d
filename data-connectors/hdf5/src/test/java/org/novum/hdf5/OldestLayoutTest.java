package org.novum.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;

/** The layout that h5py writes when nobody asks for another: symbol tables, B-trees of version 1, heaps (earliest.py). */
class OldestLayoutTest {
    @TempDir
    private Path folder;

    /** A file that h5py wrote. */
    static byte[] earliest() {
        try (InputStream file = OldestLayoutTest.class.getResourceAsStream("earliest.h5")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<List<String>> rows(String part) throws IOException {
        Path file = Files.write(folder.resolve("earliest.h5"), earliest());
        List<List<String>> rows = new ArrayList<>();
        try (Dataset dataset = new Hdf5Connector().open(DataSource.of(file + part));
                BufferAllocator allocator = new RootAllocator()) {
            DataPart card = dataset.card().parts().getFirst();
            List<String> columns = card.columns().stream().map(ColumnCard::name).toList();
            rows.add(columns);
            try (Batches batches = dataset.read(allocator, card.name(), columns)) {
                while (batches.next()) {
                    for (int row = 0; row < batches.root().getRowCount(); row++) {
                        int each = row;
                        rows.add(batches.root().getFieldVectors().stream()
                                .map(vector -> String.valueOf(vector.getObject(each)))
                                .toList());
                    }
                }
            }
            card.column("mass").ifPresent(mass -> assertThat(mass.unit()).isEqualTo(Unit.GEV));
        }
        return rows;
    }

    @Test
    void columnsOfEachKind() throws IOException {
        List<List<String>> rows = rows("#/");
        assertThat(rows).hasSize(41);
        assertThat(rows.getFirst())
                .containsExactly("big", "chunked", "kind", "mass", "name", "pairs", "resizable", "seen");
        for (int row = 0; row < 40; row++) {
            assertThat(rows.get(row + 1))
                    .containsExactly(
                            String.valueOf(row),
                            row + ".0",
                            row % 2 == 0 ? "ab" : "c",
                            String.valueOf(row / 8.0),
                            "x" + row,
                            "[" + 2 * row + "," + (2 * row + 1) + "]",
                            String.valueOf(row),
                            row % 2 == 0 ? "TRUE" : "FALSE");
        }
    }

    @Test
    void rowsOfAStructure() throws IOException {
        List<List<String>> rows = rows("#/group/events");
        assertThat(rows).hasSize(41);
        assertThat(rows.getFirst()).containsExactly("E", "charge", "label");
        assertThat(rows.get(40)).containsExactly("9.75", "-1", "ev");
    }
}
