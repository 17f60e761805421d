package org.novum.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.store.ArrowStore;
import org.novum.store.StoreLimit;

/** The same contract on tables that were read before: every one of them comes from the store. */
class StoredContractTest extends TabularContractTest {
    private final List<String> complaints = new ArrayList<>();

    @TempDir
    private Path kept;

    @Override
    public DataConnector connector() {
        return new ArrowStore(kept, StoreLimit.USUAL, complaints::add).storing(super.connector());
    }

    @Override
    public String store(InMemoryTable table, Path folder) {
        return read(super.store(table, folder));
    }

    @Override
    public String storeCompressed(InMemoryTable table, Path folder) {
        return read(super.storeCompressed(table, folder));
    }

    @Override
    public String storeZstd(InMemoryTable table, Path folder) {
        return read(super.storeZstd(table, folder));
    }

    /** Reads all of a file that is old enough to be kept. */
    private String read(String uri) {
        try {
            Files.setLastModifiedTime(Path.of(uri.substring("file:".length())), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Dataset dataset = connector().open(DataSource.of(uri)); RootAllocator allocator = new RootAllocator()) {
            DataPart part = dataset.card().parts().getFirst();
            List<String> columns = part.columns().stream().map(ColumnCard::name).toList();
            try (Batches batches = dataset.read(allocator, part.name(), columns)) {
                while (batches.next()) {
                    assertThat(batches.root().getRowCount()).isPositive();
                }
            }
        }
        return uri;
    }

    @AfterEach
    void theStoreWasUsed() throws IOException {
        assertThat(complaints).isEmpty();
        try (Stream<Path> files = Files.walk(kept)) {
            if (files.anyMatch(file -> file.toString().endsWith(".arrow"))) {
                return;
            }
        }
        try (Stream<Path> sources = Files.list(folder)) {
            assertThat(sources.filter(source -> source.toString().contains("muons"))).as("tables that were read and not kept").isEmpty();
        }
    }
}
