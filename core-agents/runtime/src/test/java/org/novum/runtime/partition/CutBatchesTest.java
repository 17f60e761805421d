package org.novum.runtime.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataHandle;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.fake.InMemoryColumn;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;

/** Rows that are cut along an axis: block 0 is [1, 10), block 1 [10, 100), block 2 [100, 1000). */
class CutBatchesTest {
    private static final PartitionPolicy.ByBlock POLICY = new PartitionPolicy.ByBlock("position", 0, 1);

    private static final InMemoryDataset DATA = InMemoryDataset.of(
            "spectra",
            InMemoryTable.named("rows")
                    .texts("name", "a", "b", "c")
                    .with(lists("position", ColumnType.FLOAT64_LIST, List.of(2.0, 20.0, 200.0), List.of(5.0, 10.0), List.of()))
                    .with(lists("value", ColumnType.FLOAT64_LIST, List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0), List.of()))
                    .with(lists("mask", ColumnType.INT32_LIST, List.of(7, 8, 9), List.of(3, 4), List.of()))
                    .with(lists("other", ColumnType.FLOAT64_LIST, List.of(6.0), List.of(6.0), List.of(6.0))),
            InMemoryTable.named("table").texts("name", "a", "b").reals("z", Unit.ONE, 0.1, 0.2));

    private static InMemoryColumn lists(String name, ColumnType type, List<?>... rows) {
        return new InMemoryColumn.Values(name, type, Unit.ONE, new ArrayList<>(Arrays.asList(rows)));
    }

    private static List<String> read(List<String> slices, String part, List<String> columns) {
        List<String> rows = new ArrayList<>();
        try (BufferAllocator allocator = new RootAllocator()) {
            DataHandle handle = new PartitionedData(DATA, POLICY, "trial").handle(slices, allocator);
            try (Batches batches = handle.read(part, columns)) {
                while (batches.next()) {
                    for (int row = 0; row < batches.root().getRowCount(); row++) {
                        int at = row;
                        rows.add(String.join(
                                " ",
                                columns.stream()
                                        .map(column -> String.valueOf(batches.root().getVector(column).getObject(at)).replace("\"", ""))
                                        .toList()));
                    }
                }
            }
            assertThat(allocator.getAllocatedMemory()).isZero();
        }
        return rows;
    }

    @Test
    void eachSideSeesItsOwnBlocksAndTheAxis() {
        List<String> columns = List.of("name", "position", "value", "mask");
        assertThat(read(List.of("exploration"), "rows", columns))
                .containsExactly(
                        "a [2.0,20.0,200.0] [1.0,NaN,3.0] [7,0,9]", "b [5.0,10.0] [4.0,NaN] [3,0]", "c [] [] []");
        assertThat(read(List.of("confirmation-1"), "rows", columns))
                .containsExactly(
                        "a [2.0,20.0,200.0] [NaN,2.0,NaN] [0,8,0]", "b [5.0,10.0] [NaN,5.0] [0,4]", "c [] [] []");
        assertThat(read(List.of("confirmation-1", "exploration"), "rows", columns))
                .containsExactly(
                        "a [2.0,20.0,200.0] [1.0,2.0,3.0] [7,8,9]", "b [5.0,10.0] [4.0,5.0] [3,4]", "c [] [] []");
    }

    /** The axis need not be asked for, and a list of another length tells nothing. */
    @Test
    void cutsWithoutTheAxisAmongTheColumnsAndBlanksWhatIsNotAlongIt() {
        assertThat(read(List.of("exploration"), "rows", List.of("value", "other")))
                .containsExactly("[1.0,NaN,3.0] [NaN]", "[4.0,NaN] [NaN]", "[] [NaN]");
    }

    @Test
    void aPartWithoutTheAxisIsExploredAndConfirmsNothing() {
        assertThat(read(List.of("exploration"), "table", List.of("name", "z"))).containsExactly("a 0.1", "b 0.2");
        assertThat(read(List.of("confirmation-1"), "table", List.of("name", "z"))).isEmpty();
        assertThat(read(List.of(), "rows", List.of("value"))).isEmpty();
    }
}
