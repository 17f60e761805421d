package org.novum.runtime.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;

class PartitionedDataTest {
    private static final PartitionPolicy.ByKey POLICY = new PartitionPolicy.ByKey(List.of("key"), 0.3, 2);

    /** From an independent implementation of the hash: slices of the keys 0, 1, 2, … of experiment "trial". */
    private static final int[] SLICES_OF_NUMBERS = {
        1, 1, 2, 0, 2, 0, 2, 1, 0, 2, 1, 2, 1, 0, 1, 1, 0, 1, 1, 2, 2, 2, 0, 2, 0, 2, 2, 1, 2, 2, 1, 0, 2, 0, 2, 2, 2, 0, 0, 0
    };

    /** The same of the keys "star-0", "star-1", …. */
    private static final int[] SLICES_OF_TEXTS = {0, 1, 0, 1, 1, 0, 1, 1, 1, 2, 2, 1, 2, 1, 2, 0, 1, 0, 1, 2};

    /** The same of the keys (-5, "ä long name of a region", k) with half explored and three slices. */
    private static final int[] SLICES_OF_TRIPLES = {0, 0, 2, 2, 1, 1, 0, 1, 3, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0};

    private final BufferAllocator allocator = new RootAllocator();

    @AfterEach
    void allMemoryComesBack() {
        assertThat(allocator.getAllocatedMemory()).isZero();
        allocator.close();
    }

    private static InMemoryTable table(int rows) {
        return InMemoryTable.named("part")
                .wholes("key", Unit.ONE, LongStream.range(0, rows).toArray())
                .reals("value", Unit.GEV, IntStream.range(0, rows).mapToDouble(row -> row * 0.5).toArray())
                .texts("word", IntStream.range(0, rows).mapToObj(row -> "word " + row).toArray(String[]::new));
    }

    private List<String> read(Dataset data, PartitionPolicy policy, String slice, String... columns) {
        DataHandle handle = new PartitionedData(data, policy, "trial").handle(List.of(slice), allocator);
        List<String> rows = new ArrayList<>();
        try (Batches batches = handle.read("part", List.of(columns))) {
            while (batches.next()) {
                assertThat(batches.root().getFieldVectors())
                        .extracting(FieldVector::getName)
                        .containsExactly(columns);
                for (int row = 0; row < batches.root().getRowCount(); row++) {
                    List<String> cells = new ArrayList<>();
                    for (FieldVector vector : batches.root().getFieldVectors()) {
                        cells.add(String.valueOf(vector.getObject(row)));
                    }
                    rows.add(String.join(" | ", cells));
                }
            }
        }
        return rows;
    }

    @Test
    void assignsTheFixedSlices() {
        InMemoryTable numbers = table(SLICES_OF_NUMBERS.length);
        assertSlices(numbers, POLICY, SLICES_OF_NUMBERS);
        InMemoryTable texts = table(SLICES_OF_TEXTS.length)
                .texts("key", IntStream.range(0, SLICES_OF_TEXTS.length)
                        .mapToObj(row -> "star-" + row)
                        .toArray(String[]::new));
        assertSlices(texts, POLICY, SLICES_OF_TEXTS);
        int rows = SLICES_OF_TRIPLES.length;
        long[] fives = new long[rows];
        Arrays.fill(fives, -5);
        String[] regions = new String[rows];
        Arrays.fill(regions, "ä long name of a region");
        assertSlices(
                table(rows).wholes("run", Unit.ONE, fives).texts("region", regions),
                new PartitionPolicy.ByKey(List.of("run", "region", "key"), 0.5, 3),
                SLICES_OF_TRIPLES);
    }

    private void assertSlices(InMemoryTable table, PartitionPolicy.ByKey policy, int[] expected) {
        List<String> names = Slices.of(policy);
        for (int slice = 0; slice < names.size(); slice++) {
            int wanted = slice;
            List<String> rows = IntStream.range(0, expected.length)
                    .filter(row -> expected[row] == wanted)
                    .mapToObj(row -> "word " + row)
                    .toList();
            assertThat(read(InMemoryDataset.of("d", table), policy, names.get(slice), "word")).isEqualTo(rows);
        }
    }

    @Test
    void aWholeNumberIsTheSameKeyInEveryType() {
        InMemoryTable whole = table(500);
        InMemoryTable real =
                whole.reals("key", Unit.ONE, IntStream.range(0, 500).mapToDouble(row -> row == 0 ? -0.0 : row).toArray());
        assertThat(read(InMemoryDataset.of("d", real), POLICY, Slices.EXPLORATION, "word"))
                .isEqualTo(read(InMemoryDataset.of("d", whole), POLICY, Slices.EXPLORATION, "word"));
    }

    @Test
    void theAssignmentDependsOnNeitherRowOrderNorOtherColumnsNorOtherRows() {
        InMemoryTable table = table(1000);
        List<String> explored = read(InMemoryDataset.of("d", table), POLICY, Slices.EXPLORATION, "word");
        assertThat(read(InMemoryDataset.of("d", table.permuted(7)), POLICY, Slices.EXPLORATION, "word"))
                .isNotEqualTo(explored)
                .containsExactlyInAnyOrderElementsOf(explored);
        assertThat(read(InMemoryDataset.of("other", table.without("value")), POLICY, Slices.EXPLORATION, "word"))
                .isEqualTo(explored);
        assertThat(read(InMemoryDataset.of("d", table.where(row -> row % 2 == 0)), POLICY, Slices.EXPLORATION, "word"))
                .isSubsetOf(explored);
    }

    @Test
    void rowsBeforeADateAreExploredAndTheOthersConfirm() {
        PartitionPolicy byTime = new PartitionPolicy.ByTime(List.of("issued", "start"), "2014-01-01");
        InMemoryTable issued = InMemoryTable.named("a")
                .texts("issued", "2013-12-31 23:59:59", "2014-01-01", "2012-02-03T00:00Z", "2014-06-30 00:30");
        InMemoryTable start = InMemoryTable.named("b").texts("start", "2014-01-01 00:00", "1999-01-01 00:00");
        InMemoryDataset both = InMemoryDataset.of("d", issued, start);
        assertThat(Slices.of(byTime)).containsExactly("exploration", "confirmation-1");
        assertThat(part(both, byTime, "exploration", "a", "issued")).containsExactly("2013-12-31 23:59:59", "2012-02-03T00:00Z");
        assertThat(part(both, byTime, "confirmation-1", "a", "issued")).containsExactly("2014-01-01", "2014-06-30 00:30");
        assertThat(part(both, byTime, "exploration", "b", "start")).containsExactly("1999-01-01 00:00");
        InMemoryDataset unreadable = InMemoryDataset.of("d", InMemoryTable.named("a").texts("issued", "soon"));
        assertThatThrownBy(() -> part(unreadable, byTime, "exploration", "a", "issued"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'soon' is no time");
        assertThatThrownBy(() -> new PartitionedData(InMemoryDataset.of("d", table(3)), byTime, "trial"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("column issued");
    }

    private List<String> part(InMemoryDataset data, PartitionPolicy policy, String slice, String part, String column) {
        List<String> values = new ArrayList<>();
        try (Batches batches = new PartitionedData(data, policy, "trial").handle(List.of(slice), allocator).read(part, List.of(column))) {
            while (batches.next()) {
                for (int row = 0; row < batches.root().getRowCount(); row++) {
                    values.add(String.valueOf(batches.root().getVector(0).getObject(row)));
                }
            }
        }
        return values;
    }

    @Test
    void rowsOfOneKeyStayTogether() {
        InMemoryTable pairs =
                table(1000).wholes("key", Unit.ONE, LongStream.range(0, 1000).map(row -> row / 2).toArray());
        for (String slice : Slices.of(POLICY)) {
            List<String> keys = read(InMemoryDataset.of("d", pairs), POLICY, slice, "key");
            Map<String, Integer> counts = new HashMap<>();
            keys.forEach(key -> counts.merge(key, 1, Integer::sum));
            assertThat(counts.values()).containsOnly(2);
        }
    }

    @Test
    void slicesAreDisjointAndTogetherEverything() {
        List<String> together = new ArrayList<>();
        Slices.of(POLICY).forEach(slice -> together.addAll(read(InMemoryDataset.of("d", table(1000)), POLICY, slice, "word")));
        assertThat(together).hasSize(1000).doesNotHaveDuplicates();
    }

    @Test
    void fractionsAreKept() {
        int rows = 100_000;
        PartitionPolicy.ByKey policy = new PartitionPolicy.ByKey(List.of("key"), 0.2, 4);
        InMemoryDataset data = InMemoryDataset.of("d", table(rows));
        // Five binomial standard deviations.
        for (String slice : Slices.of(policy)) {
            assertThat(read(data, policy, slice, "key").size() / (double) rows)
                    .isCloseTo(0.2, within(5 * Math.sqrt(0.2 * 0.8 / rows)));
        }
    }

    @Test
    void experimentsSplitIndependently() {
        InMemoryDataset data = InMemoryDataset.of("d", table(10_000));
        List<List<String>> explored = new ArrayList<>();
        for (String experiment : List.of("one", "two")) {
            List<String> rows = new ArrayList<>();
            try (Batches batches = new PartitionedData(data, POLICY, experiment)
                    .handle(List.of(Slices.EXPLORATION), allocator)
                    .read("part", List.of("key"))) {
                while (batches.next()) {
                    for (int row = 0; row < batches.root().getRowCount(); row++) {
                        rows.add(String.valueOf(batches.root().getVector(0).getObject(row)));
                    }
                }
            }
            explored.add(rows);
        }
        List<String> both = new ArrayList<>(explored.get(0));
        both.retainAll(explored.get(1));
        assertThat(both.size() / 10_000.0).isCloseTo(0.09, within(0.02));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64, 999, 5000})
    void batchesOfAnySizeGiveTheSameRows(int size) {
        InMemoryDataset data = InMemoryDataset.of("d", table(1000));
        for (String slice : Slices.of(POLICY)) {
            assertThat(read(data.inBatchesOf(size), POLICY, slice, "value", "word", "key"))
                    .isEqualTo(read(data, POLICY, slice, "value", "word", "key"));
        }
    }

    @Test
    void severalSlicesAreReadInRowOrder() {
        DataHandle handle = new PartitionedData(InMemoryDataset.of("d", table(100)), POLICY, "trial")
                .handle(List.of("confirmation-1", "exploration"), allocator);
        assertThat(handle.partition()).isEqualTo("confirmation-1+exploration");
        List<Long> keys = new ArrayList<>();
        try (Batches batches = handle.read("part", List.of("key"))) {
            while (batches.next()) {
                BigIntVector vector = (BigIntVector) batches.root().getVector(0);
                for (int row = 0; row < vector.getValueCount(); row++) {
                    keys.add(vector.get(row));
                }
            }
        }
        assertThat(keys).isSorted().hasSizeBetween(50, 90);
    }

    @Test
    void memoryComesBackWhenReadingStopsHalfWay() {
        DataHandle handle = new PartitionedData(InMemoryDataset.of("d", table(5000)), POLICY, "trial")
                .handle(List.of(Slices.EXPLORATION), allocator);
        try (Batches batches = handle.read("part", List.of("value"))) {
            assertThatThrownBy(batches::root).isInstanceOf(IllegalStateException.class);
            assertThat(batches.next()).isTrue();
        }
        assertThatThrownBy(() -> handle.read("part", List.of("nothing"))).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> handle.read("nothing", List.of("value"))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void nothingIsExplorableOfAWholeSample() {
        PartitionPolicy whole = new PartitionPolicy.WholeSample("no need");
        InMemoryDataset data = InMemoryDataset.of("d", table(10));
        assertThat(read(data, whole, Slices.ALL, "key")).hasSize(10);
        DataHandle none = new PartitionedData(data, whole, "trial").handle(List.of(), allocator);
        assertThat(none.partition()).isEqualTo("none");
        try (Batches batches = none.read("part", List.of("key", "word"))) {
            assertThat(batches.next()).isFalse();
            assertThat(batches.root().getRowCount()).isZero();
        }
        assertThatThrownBy(() -> none.read("part", List.of("nothing"))).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> new PartitionedData(data, whole, "trial").handle(List.of("exploration"), allocator))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMissingKeyColumnIsNamed() {
        assertThatThrownBy(() -> new PartitionedData(
                        InMemoryDataset.of("d", table(10).without("key")), POLICY, "trial"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("column key");
    }

    @Test
    void aMissingKeyIsNamedWithItsRow() {
        PartitionedData data = new PartitionedData(new KeysWithGap(), POLICY, "trial");
        try (Batches batches = data.handle(List.of(Slices.EXPLORATION), allocator).read("part", List.of("key"))) {
            assertThatThrownBy(batches::next)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("memory:gap, row 3, column key");
        }
    }

    /** Three keys in batches of two rows, of which the third is missing. */
    private static final class KeysWithGap implements Dataset {
        @Override
        public DatasetCard card() {
            return new DatasetCard(
                    "gap",
                    List.of(new DataPart(
                            "part", "memory:gap", 3, "0", List.of(new ColumnCard("key", ColumnType.INT64, Unit.ONE)))));
        }

        @Override
        public Batches read(BufferAllocator allocator, String part, List<String> columns) {
            BigIntVector keys = (BigIntVector)
                    Field.nullable("key", new ArrowType.Int(64, true)).createVector(allocator);
            VectorSchemaRoot root = new VectorSchemaRoot(List.of(keys));
            int[] batch = {0};
            return new Batches() {
                @Override
                public boolean next() {
                    keys.reset();
                    keys.setSafe(0, 1);
                    if (batch[0] == 0) {
                        keys.setSafe(1, 2);
                        root.setRowCount(2);
                    } else {
                        keys.setNull(0);
                        root.setRowCount(1);
                    }
                    return batch[0]++ < 2;
                }

                @Override
                public VectorSchemaRoot root() {
                    return root;
                }

                @Override
                public void close() {
                    root.close();
                }
            };
        }

        @Override
        public void close() {}
    }
}
