package org.novum.particledecay.testing;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.StepContext;
import org.novum.pluginsdk.fake.InMemoryDataHandle;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.pluginsdk.fake.TestStepContext;

/** Opens tables in memory for a moment, and fails if Arrow memory did not come back. */
public final class Opened {
    private Opened() {}

    /** Does something with a handle on all rows of these tables. */
    public static <R> R tables(Function<DataHandle, R> work, InMemoryTable... tables) {
        return in(InMemoryDataset.of("memory", tables), (data, _) -> work.apply(data));
    }

    /** Does something with a handle on all rows of a dataset, within a step. */
    public static <R> R in(InMemoryDataset dataset, BiFunction<DataHandle, StepContext, R> work) {
        try (TestStepContext context = new TestStepContext(1)) {
            return work.apply(InMemoryDataHandle.onAll(dataset, context.allocator()), context);
        }
    }
}
