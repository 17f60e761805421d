package org.novum.runtime.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.Unit;
import org.novum.runtime.Plugins;

/** Pieces of a file are found again, wherever the file is now. */
class DataReopenerTest {
    private static final String DIGEST = "0".repeat(64);

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();

    /** Files of two tables, {@code file.two#first} and {@code file.two#second}; and any file as a table of other columns. */
    private final class Two implements DataConnector {
        @Override
        public ConnectorCard card() {
            return new ConnectorCard("two", "Two tables in a file.", Set.of("file"), Set.of(".any", ".two"), Set.of());
        }

        @Override
        public boolean accepts(String uri) {
            return uri.replaceFirst("\\.(two#.*|any)$", "").length() < uri.length();
        }

        @Override
        public Dataset open(DataSource source) {
            List<DataPart> parts = new ArrayList<>();
            for (String uri : source.uris()) {
                Path file = Path.of(uri.replaceFirst("#[a-z]*$", "").replaceFirst("^file:", ""));
                if (!Files.isRegularFile(file)) {
                    throw new NovumException(ExitCode.NO_INPUT, file + " is not there");
                }
                parts.add(part(uri.endsWith(".any") ? "any" : uri.replaceFirst(".*#", ""), uri));
            }
            return new Tables(new DatasetCard("tables", parts));
        }
    }

    private final class Tables implements Dataset {
        private final DatasetCard card;

        Tables(DatasetCard card) {
            this.card = card;
        }

        @Override
        public DatasetCard card() {
            return card;
        }

        @Override
        public Batches read(BufferAllocator allocator, String part, List<String> columns) {
            asked.add(card.part(part).uri().replaceFirst(".*/", "") + " " + part);
            throw new NovumException(ExitCode.DATA, "no rows");
        }

        @Override
        public void close() {}
    }

    private static DataPart part(String name, String uri) {
        return new DataPart(name, uri, 3, DIGEST, List.of(new ColumnCard(name + "-x", ColumnType.FLOAT64, Unit.ONE)));
    }

    private Dataset reopened(String... uris) throws IOException {
        Path content = Files.createFile(folder.resolve("content"));
        List<DataPart> parts = List.of(uris).stream().map(uri -> part(uri.replaceFirst(".*#", ""), uri)).toList();
        DataReopener reopener = new DataReopener(new Plugins(List.of(), List.of(new Two())), (_, name, _) -> {
            asked.add(name);
            return Optional.of(content);
        });
        return reopener.reopen(
                new DataSource(List.of(uris), Map.of(), Map.of(), Map.of()), new DatasetCard("tables", parts), folder);
    }

    private void read(Dataset again, String part) {
        try (RootAllocator allocator = new RootAllocator()) {
            assertThatThrownBy(() -> again.read(allocator, part, List.of(part + "-x"))).hasMessage("no rows");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:/gone/data.two#second", "/gone/data.two#second", "/gone/odd#name.two#second", "dataset:pair#second"})
    void aPieceOfAFile(String uri) throws IOException {
        String name = uri.replaceFirst("#second$", "").replaceFirst(".*[/:]", "");
        try (Dataset again = reopened(uri)) {
            read(again, "second");
        }
        assertThat(asked.getFirst()).isEqualTo(name);
        assertThat(asked.getLast()).startsWith(name).endsWith(".two#second second");
    }

    @Test
    void twoPiecesOfOneFile() throws IOException {
        try (Dataset again = reopened("file:/gone/data.two#second", "file:/gone/data.two#first")) {
            for (String piece : List.of("first", "second")) {
                read(again, piece);
                assertThat(asked.getLast()).isEqualTo("data.two#" + piece + " " + piece);
            }
        }
    }
}
