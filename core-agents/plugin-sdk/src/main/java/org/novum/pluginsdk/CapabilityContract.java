package org.novum.pluginsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.RootAllocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.novum.api.data.Capability;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.fake.InMemoryColumn;
import org.novum.pluginsdk.fake.InMemoryTable;

/** Tries each capability that a connector's card declares. */
public interface CapabilityContract extends ConnectorFixture {
    /** An empty folder of the test's own. */
    Path folder();

    /** Whether the card declares a capability. */
    default boolean declares(Capability capability) {
        return connector().card().capabilities().contains(capability);
    }

    /** {@link Capability#GZIP}: the digest is that of the decompressed bytes, and the values are the same. */
    @Test
    default void readsCompressedSources() {
        Assumptions.assumeTrue(declares(Capability.GZIP), "does not declare GZIP");
        readsTheSame(storeCompressed(content(), subfolder("compressed")));
    }

    /** {@link Capability#ZSTD}: the same. */
    @Test
    default void readsSourcesCompressedByZstandard() {
        Assumptions.assumeTrue(declares(Capability.ZSTD), "does not declare ZSTD");
        readsTheSame(storeZstd(content(), subfolder("zstd")));
    }

    private void readsTheSame(String compressed) {
        String plain = store(content(), subfolder("plain"));
        try (Dataset first = connector().open(DataSource.of(plain));
                Dataset second = connector().open(DataSource.of(compressed))) {
            DataPart part = second.card().parts().getFirst();
            assertThat(part.sha256()).isEqualTo(first.card().parts().getFirst().sha256());
            assertThat(part.name()).isEqualTo(content().name());
            assertThat(ReadBack.of(second, part)).isEqualTo(ReadBack.of(expected(compressed)));
        }
    }

    /** {@link Capability#GLOB}: one part per file, in the order of their names. */
    @Test
    default void expandsGlobs() {
        Assumptions.assumeTrue(declares(Capability.GLOB), "does not declare GLOB");
        store(new InMemoryTable("second", content().columns()), folder());
        store(new InMemoryTable("first", content().columns()), folder());
        try (Dataset dataset = connector().open(DataSource.of(glob(folder())))) {
            assertThat(dataset.card().parts()).extracting(DataPart::name).containsExactly("first", "second");
            for (DataPart part : dataset.card().parts()) {
                assertThat(ReadBack.of(dataset, part)).isEqualTo(ReadBack.of(content()));
            }
        }
    }

    /** {@link Capability#FOLDER}: the rows of all files below it, in the order of their paths, in one part. */
    @Test
    default void readsFolders() {
        Assumptions.assumeTrue(declares(Capability.FOLDER), "does not declare FOLDER");
        Path data = subfolder("data");
        store(new InMemoryTable("second", content().columns()), subfolder("data/b"));
        store(new InMemoryTable("first", content().columns().reversed()), subfolder("data/a"));
        List<String> columns = content().columns().stream()
                .map(InMemoryColumn::card)
                .filter(card -> card.type() != ColumnType.TEXT)
                .map(ColumnCard::name)
                .toList();
        for (String uri : List.of("file:" + data, "file:" + data + "/**")) {
            assertThat(connector().accepts(uri)).as(uri).isTrue();
            try (Dataset dataset = connector().open(DataSource.of(uri))) {
                assertThat(dataset.card().parts()).hasSize(1);
                DataPart part = dataset.card().parts().getFirst();
                assertThat(part.rows()).isEqualTo(2L * content().rows());
                List<List<@Nullable Object>> values = ReadBack.columns(dataset, part.name(), columns);
                for (int column = 0; column < columns.size(); column++) {
                    InMemoryColumn stored = content().column(columns.get(column));
                    for (int row = 0; row < values.get(column).size(); row++) {
                        assertThat(values.get(column).get(row)).isEqualTo(stored.value(row % content().rows()));
                    }
                }
            }
        }
    }

    /** {@link Capability#PROBLEM_ROWS}: each broken source gives at least one row, and each of its rows says why. */
    @Test
    default void givesRowsForWhatCannotBeRead() {
        Assumptions.assumeTrue(declares(Capability.PROBLEM_ROWS), "does not declare PROBLEM_ROWS");
        for (BadSource bad : badSources(folder())) {
            try (Dataset dataset = connector().open(DataSource.of(bad.uri()))) {
                DataPart part = dataset.card().parts().getFirst();
                List<@Nullable Object> problems =
                        ReadBack.columns(dataset, part.name(), List.of("problem")).getFirst();
                assertThat(problems).as(bad.uri()).isNotEmpty().hasSize((int) part.rows()).doesNotContainNull();
                assertThat(problems).as(bad.uri()).allSatisfy(problem -> assertThat(String.valueOf(problem))
                        .contains(bad.named())
                        .doesNotContain("\n")
                        .doesNotContain("Exception"));
                assertThat(ReadBack.of(dataset, part)).as("all columns of " + bad.uri()).hasSameSizeAs(part.columns());
            }
        }
    }

    /** {@link Capability#PROJECTION}: columns not asked for cost no memory. */
    @Test
    default void projectsColumns() {
        Assumptions.assumeTrue(declares(Capability.PROJECTION), "does not declare PROJECTION");
        List<String> all = content().columns().stream().map(column -> column.card().name()).toList();
        assertThat(all).as("columns of the content").hasSizeGreaterThan(1);
        try (Dataset dataset = connector().open(DataSource.of(store(content(), folder())))) {
            assertThat(peakMemory(dataset, all.subList(0, 1))).isLessThan(peakMemory(dataset, all));
        }
    }

    /** {@link Capability#COLUMN_MAPPING}: the column has its new name, and value times unit is what the file says. */
    @Test
    default void mapsColumnsAndUnits() {
        Assumptions.assumeTrue(declares(Capability.COLUMN_MAPPING), "does not declare COLUMN_MAPPING");
        InMemoryColumn original = content().columns().stream()
                .filter(column -> column.card().type() == ColumnType.FLOAT64)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the content needs a floating-point column"));
        String name = original.card().name();
        InMemoryTable inMev = new InMemoryTable(
                content().name(),
                content().columns().stream()
                        .map(column -> column == original || column.card().name().equals(name)
                                ? column.as(name, Unit.MEV)
                                : column)
                        .toList());
        DataSource source = new DataSource(
                List.of(store(inMev, folder())),
                Map.of("renamed", name),
                Map.of("renamed", Unit.MEV.symbol()),
                Map.of());
        try (Dataset dataset = connector().open(source)) {
            DataPart part = dataset.card().parts().getFirst();
            ColumnCard card = part.column("renamed").orElseThrow(() -> new AssertionError("no column renamed"));
            assertThat(part.column(name)).as("the old name").isEmpty();
            double factor = card.unit().factorTo(Unit.MEV);
            List<?> values = ReadBack.columns(dataset, part.name(), List.of("renamed")).getFirst();
            assertThat(values).hasSize(original.rows());
            for (int row = 0; row < original.rows(); row++) {
                double expected = (Double) original.value(row);
                assertThat((Double) values.get(row) * factor)
                        .isCloseTo(expected, within(1e-12 * Math.abs(expected)));
            }
        }
    }

    /** {@link Capability#ROW_SELECTION}: only rows whose column equals the value, counted so in the card. */
    @Test
    default void selectsRows() {
        Assumptions.assumeTrue(declares(Capability.ROW_SELECTION), "does not declare ROW_SELECTION");
        InMemoryColumn column = content().columns().stream()
                .filter(candidate -> candidate.card().type() != ColumnType.FLOAT64)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the content needs a text or whole-number column"));
        String value = column.value(0).toString();
        InMemoryTable expected = content().where(row -> column.value(row).toString().equals(value));
        assertThat(expected.rows()).as("rows the selection keeps").isLessThan(content().rows());
        DataSource source = new DataSource(
                List.of(store(content(), folder())), Map.of(), Map.of(), Map.of(column.card().name(), value));
        try (Dataset dataset = connector().open(source)) {
            DataPart part = dataset.card().parts().getFirst();
            assertThat(part.rows()).isEqualTo(expected.rows());
            assertThat(ReadBack.of(dataset, part)).isEqualTo(ReadBack.of(expected));
        }
    }

    /** {@link Capability#FETCH}: as the connector's own test shows. */
    @Test
    default void fetches() {
        Assumptions.assumeTrue(declares(Capability.FETCH), "does not declare FETCH");
        assertFetches(folder());
    }

    private Path subfolder(String name) {
        try {
            return Files.createDirectory(folder().resolve(name));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot make folder " + name, unwritable);
        }
    }

    private long peakMemory(Dataset dataset, List<String> columns) {
        try (RootAllocator allocator = new RootAllocator()) {
            ReadBack.columns(dataset, content().name(), columns, allocator);
            return allocator.getPeakMemoryAllocation();
        }
    }
}
