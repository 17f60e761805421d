package org.novum.pluginsdk.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.data.Batches;
import org.novum.api.data.DataException;
import org.novum.api.data.Unit;

class FakesTest {
    private static final InMemoryDataset DATA = InMemoryDataset.of(
            "sample",
            InMemoryTable.named("b")
                    .reals("mass", Unit.GEV, 9.46, 10.02, 10.36)
                    .wholes("event", Unit.ONE, 3, 1, 2)
                    .texts("tag", "1S", "2S", "3S"),
            InMemoryTable.named("a").reals("mass", Unit.GEV));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000})
    void readsAllRowsInOrderWhateverTheBatchSize(int batchSize) {
        List<Object> read = new ArrayList<>();
        try (TestStepContext context = new TestStepContext(1);
                Batches batches = InMemoryDataHandle.onAll(DATA.inBatchesOf(batchSize), context.allocator())
                        .read("b", List.of("tag", "mass"))) {
            while (batches.next()) {
                assertThat(batches.root().getRowCount()).isLessThanOrEqualTo(batchSize);
                for (int row = 0; row < batches.root().getRowCount(); row++) {
                    read.add(batches.root().getVector(0).getObject(row).toString());
                    read.add(batches.root().getVector(1).getObject(row));
                }
            }
        }
        assertThat(read).containsExactly("1S", 9.46, "2S", 10.02, "3S", 10.36);
    }

    @Test
    void cardSortsPartsAndDigestsValues() {
        assertThat(DATA.card().parts()).extracting(part -> part.name()).containsExactly("a", "b");
        assertThat(DATA.card().rows()).isEqualTo(3);
        assertThat(DATA.inBatchesOf(7).card()).isEqualTo(DATA.card());
        assertThat(DATA.mapped(table -> table.rows(IntStream.range(0, table.rows()).map(row -> table.rows() - 1 - row).toArray())).card()).isNotEqualTo(DATA.card());
    }

    @Test
    void permutationKeepsRowsTogether() {
        InMemoryTable table = DATA.tables().get(1).permuted(5);
        List<String> rows = IntStream.range(0, 3)
                .mapToObj(row -> table.column("event").value(row) + " " + table.column("tag").value(row))
                .toList();
        assertThat(rows).containsExactlyInAnyOrder("3 1S", "1 2S", "2 3S");
    }

    @Test
    void namesAColumnThatIsNotThere() {
        try (TestStepContext context = new TestStepContext(1)) {
            assertThatThrownBy(() -> DATA.read(context.allocator(), "b", List.of("pt")))
                    .isInstanceOf(DataException.class)
                    .hasMessage("memory:b, column pt: there is no such column; the columns are mass, event, tag");
        }
    }

    @Test
    void contextFindsMemoryThatWasNotReturned() {
        TestStepContext context = new TestStepContext(1);
        Batches batches = DATA.read(context.allocator(), "b", List.of("mass"));
        assertThat(batches.next()).isTrue();
        assertThatThrownBy(context::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("bytes of Arrow memory were not returned");
        batches.close();
        context.close();
    }

    @Test
    void contextMapsInTheOrderOfItemsOnSeveralThreads() {
        try (TestStepContext context = new TestStepContext(4)) {
            ConcurrentHashMap<String, Boolean> threads = new ConcurrentHashMap<>();
            List<Integer> squares = context.map(IntStream.range(0, 100).boxed().toList(), item -> {
                threads.put(Thread.currentThread().getName(), true);
                return context.map(List.of(item), inner -> inner * inner).getFirst();
            });
            assertThat(squares).isEqualTo(IntStream.range(0, 100).mapToObj(item -> item * item).toList());
            assertThat(threads).doesNotContainKey(Thread.currentThread().getName());
        }
    }

    @Test
    void contextPassesOnWhatAFunctionThrows() {
        try (TestStepContext context = new TestStepContext(4)) {
            assertThatThrownBy(() -> context.map(List.of(1), item -> {
                        throw new DataException("row " + item, "is broken", "mend it");
                    }))
                    .isInstanceOf(DataException.class);
        }
    }
}
