package org.novum.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.Batches;
import org.novum.api.data.Capability;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;

class PluginsTest {
    private final Fake spectra = new Fake("spectra", Set.of());
    private final Fake tables = new Fake("tables", Set.of(Capability.COLUMN_MAPPING));
    private final Plugins plugins = new Plugins(List.of(), List.of(spectra, tables));

    /** Opens URIs of its scheme as a table of one number, the length of the URI. */
    private static final class Fake implements DataConnector {
        private final String scheme;
        private final Set<Capability> capabilities;
        private final List<DataSource> asked = new ArrayList<>();

        Fake(String scheme, Set<Capability> capabilities) {
            this.scheme = scheme;
            this.capabilities = capabilities;
        }

        @Override
        public ConnectorCard card() {
            return new ConnectorCard(scheme, "A fake.", Set.of(scheme), Set.of(), capabilities);
        }

        @Override
        public boolean accepts(String uri) {
            return uri.startsWith(scheme + ":");
        }

        @Override
        public Dataset open(DataSource source) {
            asked.add(source);
            if (source.uris().getFirst().endsWith("broken")) {
                throw new NovumException(ExitCode.DATA, "broken; mend it");
            }
            return InMemoryDataset.of(
                    scheme,
                    source.uris().stream()
                            .map(uri -> InMemoryTable.named(uri.substring(uri.indexOf(':') + 1))
                                    .reals("length", Unit.ONE, uri.length()))
                            .toArray(InMemoryTable[]::new));
        }
    }

    @Test
    void oneConnectorGetsTheSourceAsItIs() {
        DataSource source = new DataSource(List.of("spectra:a", "spectra:b"), Map.of("x", "y"), Map.of(), Map.of());
        try (Dataset dataset = plugins.open(source)) {
            assertThat(dataset.card().parts()).extracting(DataPart::name).containsExactly("a", "b");
        }
        assertThat(spectra.asked).containsExactly(source);
        assertThat(tables.asked).isEmpty();
    }

    @Test
    void severalConnectorsGiveTheirPartsTogether() {
        DataSource source =
                new DataSource(List.of("tables:truth", "spectra:truth", "spectra:b"), Map.of("x", "y"), Map.of(), Map.of());
        try (RootAllocator allocator = new RootAllocator();
                Dataset dataset = plugins.open(source)) {
            assertThat(dataset.card().parts()).extracting(DataPart::name).containsExactly("b", "truth", "truth-2");
            assertThat(length(dataset, "truth", allocator)).isEqualTo("tables:truth".length());
            assertThat(length(dataset, "truth-2", allocator)).isEqualTo("spectra:truth".length());
        }
        assertThat(spectra.asked).extracting(DataSource::columns).containsExactly(Map.of());
        assertThat(tables.asked).extracting(DataSource::columns).hasSize(1).allSatisfy(columns -> assertThat(columns).containsEntry("x", "y"));
    }

    /** A shell that expands a glob names the note beside the spectra too. */
    @Test
    void aFileThatNobodyReadsGoesToWhoeverGivesRowsForSuch(@TempDir Path folder) throws IOException {
        Path note = Files.writeString(folder.resolve("note.txt"), "cloudy");
        Fake forgiving = new Fake("forgiving", Set.of(Capability.PROBLEM_ROWS));
        Plugins some = new Plugins(List.of(), List.of(tables, forgiving));
        some.open(DataSource.of("forgiving:a", note.toString())).close();
        assertThat(forgiving.asked).extracting(DataSource::uris).containsExactly(List.of("forgiving:a", note.toString()));
        assertThatThrownBy(() -> some.open(DataSource.of("tables:a", note.toString())))
                .isInstanceOf(NovumException.class)
                .hasMessageContaining("no connector reads files of this kind");
        assertThatThrownBy(() -> some.open(DataSource.of("forgiving:a", "no-such-scheme:b")))
                .isInstanceOf(NovumException.class)
                .hasMessageContaining("no connector opens");
    }

    /** The note is no table, though its ending is one of tables. */
    @Test
    void aNoteThatIsNoTableGoesThereToo(@TempDir Path folder) throws IOException {
        Path note = Files.writeString(folder.resolve("note.txt"), "cloudy");
        Path table = Files.writeString(folder.resolve("table.txt"), "1 2");
        Fake forgiving = new Fake("forgiving", Set.of(Capability.PROBLEM_ROWS));
        DataConnector texts = new DataConnector() {
            @Override
            public ConnectorCard card() {
                return new ConnectorCard("texts", "Texts.", Set.of("file"), Set.of(".txt"), Set.of());
            }

            @Override
            public boolean accepts(String uri) {
                return uri.endsWith(".txt");
            }

            @Override
            public Dataset open(DataSource source) {
                if (!source.uris().equals(List.of(table.toString()))) {
                    throw new DataException(source.uris().getFirst(), "this is prose", "give a table");
                }
                return InMemoryDataset.of("texts", InMemoryTable.named("table").reals("x", Unit.ONE, 1));
            }
        };
        Plugins some = new Plugins(List.of(), List.of(texts, forgiving));
        try (Dataset dataset = some.open(DataSource.of("forgiving:a", note.toString(), table.toString()))) {
            assertThat(dataset.card().parts()).extracting(DataPart::name).contains("a", "table");
        }
        assertThat(forgiving.asked).extracting(DataSource::uris).containsExactly(List.of("forgiving:a", note.toString()));
        assertThatThrownBy(() -> some.open(DataSource.of(note.toString()))).hasMessageContaining("this is prose");
    }

    @Test
    void aFolderWithoutAnythingThatIsReadIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> plugins.open(DataSource.of(folder.toString())))
                .isInstanceOfSatisfying(NovumException.class, failed -> assertThat(failed.exitCode()).isEqualTo(ExitCode.NO_INPUT))
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("holds spectra or VOTables, and this one holds none")
                .hasMessageContaining("'" + folder + "/*.csv'");
    }

    @Test
    void oneThatFailsFailsAll() {
        assertThatThrownBy(() -> plugins.open(DataSource.of("tables:a", "spectra:broken")))
                .isInstanceOf(NovumException.class)
                .hasMessage("broken; mend it");
        assertThatThrownBy(() -> plugins.open(DataSource.of("tables:a", "other:b")))
                .isInstanceOf(NovumException.class)
                .hasMessageContaining("no connector opens");
    }

    private static double length(Dataset dataset, String part, RootAllocator allocator) {
        try (Batches batches = dataset.read(allocator, part, List.of("length"))) {
            assertThat(batches.next()).isTrue();
            return (Double) batches.root().getVector(0).getObject(0);
        }
    }
}
