package org.novum.pluginsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.arrow.memory.RootAllocator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.Batches;
import org.novum.api.data.Capability;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ConnectorCard;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.pluginsdk.fake.InMemoryColumn;

/**
 * The contract of {@link DataConnector} as tests.
 *
 * <p>A connector's test class extends this one and implements the methods of {@link ConnectorFixture}. What its card
 * declares is tried by {@link CapabilityContract}; what it does not declare must fail clearly.
 */
public abstract class ConnectorContract implements CapabilityContract {
    /** An empty folder of the test's own. */
    @TempDir
    protected Path folder;

    @Override
    public Path folder() {
        return folder;
    }

    /** The card says what a reader needs. */
    @Test
    public void cardIsComplete() {
        ConnectorCard card = connector().card();
        assertThat(card.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
        assertThat(card.summary()).isNotBlank().doesNotContain("\n");
        assertThat(card.schemes()).isNotEmpty().allMatch(scheme -> scheme.matches("[a-z][a-z0-9+.-]*"));
        assertThat(card.endings()).allMatch(ending -> ending.matches("\\.[a-z0-9.]+"));
    }

    /** Users get it by putting its jar on the class path. */
    @Test
    public void isFoundThroughServiceLoader() {
        assertThat(ServiceLoader.load(DataConnector.class).stream().map(provider -> provider.get().card().name()))
                .as("META-INF/services/" + DataConnector.class.getName() + " names the connector once")
                .containsOnlyOnce(connector().card().name());
    }

    /** It takes what its card says and leaves the rest to others. */
    @Test
    public void acceptsItsSchemesAndEndingsAlone() {
        ConnectorCard card = connector().card();
        assertThat(connector().accepts(store(content(), folder))).isTrue();
        assertThat(connector().accepts("no-such-scheme:thing")).isFalse();
        assertThat(connector().accepts("")).isFalse();
        for (String ending : card.endings()) {
            card.schemes().forEach(scheme ->
                    assertThat(connector().accepts(scheme + ":data/sample" + ending)).as(scheme + " " + ending).isTrue());
            assertThat(connector().accepts("no-such-scheme:sample" + ending)).isFalse();
        }
        if (!card.endings().isEmpty()) {
            card.schemes().forEach(scheme ->
                    assertThat(connector().accepts(scheme + ":data/sample.no-such-ending")).as(scheme).isFalse());
        }
    }

    /** Names, types, units, rows and values come back as they were stored. */
    @Test
    public void readsWhatWasStored() {
        String uri = store(content(), folder);
        try (Dataset dataset = connector().open(DataSource.of(uri))) {
            assertThat(dataset.card().name()).isNotBlank();
            assertThat(dataset.card().parts()).hasSize(1);
            DataPart part = dataset.card().parts().getFirst();
            assertThat(part.name()).isEqualTo(content().name());
            assertThat(part.rows()).isEqualTo(content().rows());
            assertThat(part.columns())
                    .isEqualTo(content().columns().stream().map(InMemoryColumn::card).toList());
            assertThat(ReadBack.of(dataset, part)).isEqualTo(ReadBack.of(expected(uri)));
        }
    }

    /** A store recognises a source by the files that it is read from. */
    @Test
    public void namesItsFiles() {
        DataSource source = DataSource.of(store(content(), folder));
        connector().files(source).ifPresent(files -> assertThat(files).isNotEmpty().allMatch(Files::isRegularFile));
    }

    /** Only the columns asked for, in the order asked for. */
    @Test
    public void readsTheColumnsAskedFor() {
        List<String> reversed = content().columns().stream().map(column -> column.card().name()).toList().reversed();
        String uri = store(content(), folder);
        try (Dataset dataset = connector().open(DataSource.of(uri))) {
            assertThat(ReadBack.columns(dataset, content().name(), reversed))
                    .isEqualTo(ReadBack.of(expected(uri)).reversed());
            assertThat(ReadBack.columns(dataset, content().name(), reversed.subList(0, 1))).hasSize(1);
        }
    }

    /** Several readers may be under way at once, and each starts from the first row. */
    @Test
    public void readersAreIndependent() {
        List<String> column = List.of(content().columns().getFirst().card().name());
        try (RootAllocator allocator = new RootAllocator();
                Dataset dataset = connector().open(DataSource.of(store(content(), folder)));
                Batches first = dataset.read(allocator, content().name(), column)) {
            assertThat(first.next()).isTrue();
            try (Batches second = dataset.read(allocator, content().name(), column)) {
                assertThat(second.next()).isTrue();
                assertThat(second.root().contentToTSVString()).isEqualTo(first.root().contentToTSVString());
            }
        }
    }

    /** The batch size changes neither card nor values. */
    @Test
    public void batchSizeChangesNothing() {
        String uri = store(content(), folder);
        DataSource source = DataSource.of(uri);
        try (Dataset usual = connector().open(source)) {
            for (DataConnector other : inOtherBatchSizes()) {
                try (Dataset dataset = other.open(source)) {
                    assertThat(dataset.card()).isEqualTo(usual.card());
                    assertThat(ReadBack.of(dataset, dataset.card().parts().getFirst()))
                            .isEqualTo(ReadBack.of(expected(uri)));
                }
            }
        }
    }

    /** Opening twice gives the same card; closing twice does no harm. */
    @Test
    public void openingIsRepeatable() {
        DataSource source = DataSource.of(store(content(), folder));
        try (Dataset first = connector().open(source);
                Dataset second = connector().open(source)) {
            assertThat(second.card()).isEqualTo(first.card());
            assertThat(first.card().parts()).extracting(DataPart::sha256).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
            assertThatCode(first::close).doesNotThrowAnyException();
        }
    }

    /** A reader that is closed half-way, or never started, returns all memory. */
    @Test
    public void closingReturnsAllMemory() {
        List<String> columns = content().columns().stream().map(column -> column.card().name()).toList();
        try (RootAllocator allocator = new RootAllocator();
                Dataset dataset = connector().open(DataSource.of(store(content(), folder)))) {
            dataset.read(allocator, content().name(), columns).close();
            assertThat(allocator.getAllocatedMemory()).as("after closing an unused reader").isZero();
            try (Batches batches = dataset.read(allocator, content().name(), columns)) {
                assertThat(batches.next()).isTrue();
                assertThat(allocator.getAllocatedMemory()).as("the caller's allocator pays").isPositive();
            }
            assertThat(allocator.getAllocatedMemory()).as("after closing a reader half-way").isZero();
        }
    }

    /** A column or part that is not there is named. */
    @Test
    public void namesWhatIsNotThere() {
        try (RootAllocator allocator = new RootAllocator();
                Dataset dataset = connector().open(DataSource.of(store(content(), folder)))) {
            String column = content().columns().getFirst().card().name();
            assertRefused(() -> drain(dataset.read(allocator, content().name(), List.of("no-such-column"))),
                    List.of("no-such-column"));
            assertRefused(() -> drain(dataset.read(allocator, "no-such-part", List.of(column))), List.of("no-such-part"));
            assertThat(allocator.getAllocatedMemory()).isZero();
        }
    }

    /** Broken sources end in one line that names file and place, and hold no memory. */
    @Test
    public void refusesBrokenSources() {
        List<BadSource> sources = badSources(folder);
        assertThat(sources).isNotEmpty();
        Assumptions.assumeFalse(declares(Capability.PROBLEM_ROWS), "gives rows for them");
        for (BadSource bad : sources) {
            try (RootAllocator allocator = new RootAllocator()) {
                assertRefused(() -> readAll(DataSource.of(bad.uri()), allocator), bad.named());
                assertThat(allocator.getAllocatedMemory()).as("after " + bad.uri()).isZero();
            }
        }
    }

    /** A file that does not exist is named. */
    @Test
    public void namesAFileThatDoesNotExist() {
        if (connector().card().schemes().contains("file")) {
            for (String ending : connector().card().endings()) {
                assertRefused(
                        () -> connector().open(DataSource.of("file:" + folder.resolve("absent" + ending))).close(),
                        List.of("absent" + ending));
            }
        }
    }

    /** What the card does not declare fails with a message instead of being ignored. */
    @Test
    public void refusesWhatItDoesNotDeclare() {
        String uri = store(content(), folder);
        ColumnCard column = content().columns().getFirst().card();
        if (!declares(Capability.COLUMN_MAPPING)) {
            assertRefused(() -> connector()
                            .open(new DataSource(List.of(uri), Map.of("renamed", column.name()), Map.of(), Map.of()))
                            .close(),
                    List.of("renamed"));
        }
        if (!declares(Capability.ROW_SELECTION)) {
            assertRefused(() -> connector()
                            .open(new DataSource(List.of(uri), Map.of(), Map.of(), Map.of(column.name(), "1")))
                            .close(),
                    List.of(column.name()));
        }
        if (!declares(Capability.GLOB) && !declares(Capability.FOLDER)) {
            assertRefused(() -> connector().open(DataSource.of("file:" + folder + "/*")).close(), List.of("*"));
        }
    }

    /** Bytes compressed in a way that the card does not declare are refused, or told of in rows, and never taken for data. */
    @Test
    public void refusesCompressionThatItDoesNotDeclare() {
        String uri = store(content(), folder);
        Path stored = Path.of(uri.replaceFirst("^file:", ""));
        Assumptions.assumeTrue(uri.startsWith("file:") && Files.isRegularFile(stored), "reads no single files");
        if (!declares(Capability.GZIP)) {
            assertUnreadable(Compressed.gzip(stored, folder.resolve("gzip")));
        }
        if (!declares(Capability.ZSTD)) {
            assertUnreadable(Compressed.zstd(stored, folder.resolve("zstd")));
        }
    }

    private void assertUnreadable(Path file) {
        DataSource source = DataSource.of("file:" + file);
        try (RootAllocator allocator = new RootAllocator()) {
            if (declares(Capability.PROBLEM_ROWS)) {
                try (Dataset dataset = connector().open(source)) {
                    DataPart part = dataset.card().parts().getFirst();
                    assertThat(ReadBack.columns(dataset, part.name(), List.of("problem")).getFirst())
                            .isNotEmpty()
                            .doesNotContainNull();
                }
            } else {
                assertRefused(() -> readAll(source, allocator), List.of(file.getFileName().toString()));
            }
            assertThat(allocator.getAllocatedMemory()).as("after " + file).isZero();
        }
    }

    /** What does not declare to fetch leaves addresses of the network alone. */
    @Test
    public void leavesTheNetworkAloneUnlessItDeclaresToFetch() {
        Assumptions.assumeFalse(declares(Capability.FETCH), "declares FETCH");
        ConnectorCard card = connector().card();
        assertThat(card.schemes()).doesNotContain("http", "https", "ftp");
        for (String scheme : List.of("http", "https", "ftp")) {
            card.endings().forEach(ending ->
                    assertThat(connector().accepts(scheme + "://archive.example/data" + ending)).as(scheme + " " + ending).isFalse());
        }
    }

    private void readAll(DataSource source, RootAllocator allocator) {
        try (Dataset dataset = connector().open(source)) {
            for (DataPart part : dataset.card().parts()) {
                drain(dataset.read(allocator, part.name(), part.columns().stream().map(ColumnCard::name).toList()));
            }
        }
    }

    private static void drain(Batches batches) {
        try (batches) {
            while (batches.next()) {
                assertThat(batches.root().getRowCount()).isPositive();
            }
        }
    }

    private static void assertRefused(ThrowingCallable attempt, List<String> named) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        NovumException.class,
                        thrown -> assertThat(thrown.exitCode())
                                .isIn(ExitCode.DATA, ExitCode.NO_INPUT, ExitCode.CONFIGURATION, ExitCode.USAGE))
                .satisfies(thrown -> Messages.assertHelpful(thrown.getMessage()))
                .satisfies(thrown -> assertThat(thrown.getMessage()).contains(named));
    }
}
