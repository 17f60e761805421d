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

/** Measurements of an object that are explored and confirm in turn. */
class TurnsTest {
    private static final InMemoryDataset DATA = InMemoryDataset.of(
            "exposures",
            InMemoryTable.named("rows")
                    .texts("name", "a0", "a1", "b0", "b1", "b2")
                    .with(new InMemoryColumn.Values(
                            "turn", ColumnType.INT32, Unit.ONE, new ArrayList<>(Arrays.asList(0, 1, 0, 1, 2)))),
            InMemoryTable.named("table").texts("name", "a", "b"));

    private static List<String> read(List<String> slices, String part) {
        List<String> rows = new ArrayList<>();
        try (BufferAllocator allocator = new RootAllocator()) {
            DataHandle handle = new PartitionedData(DATA, new PartitionPolicy.ByTurn("turn"), "trial").handle(slices, allocator);
            try (Batches batches = handle.read(part, List.of("name"))) {
                while (batches.next()) {
                    for (int row = 0; row < batches.root().getRowCount(); row++) {
                        rows.add(String.valueOf(batches.root().getVector("name").getObject(row)));
                    }
                }
            }
            assertThat(allocator.getAllocatedMemory()).isZero();
        }
        return rows;
    }

    @Test
    void everyObjectIsOnBothSidesAndNoMeasurementIs() {
        assertThat(read(List.of("exploration"), "rows")).containsExactly("a0", "b0", "b2");
        assertThat(read(List.of("confirmation-1"), "rows")).containsExactly("a1", "b1");
        assertThat(read(List.of("confirmation-1", "exploration"), "rows")).containsExactly("a0", "a1", "b0", "b1", "b2");
        assertThat(read(List.of(), "rows")).isEmpty();
    }

    @Test
    void aPartWithoutTurnsIsExploredAndConfirmsNothing() {
        assertThat(read(List.of("exploration"), "table")).containsExactly("a", "b");
        assertThat(read(List.of("confirmation-1"), "table")).isEmpty();
    }
}
