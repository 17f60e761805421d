package org.novum.api.discipline;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.arrow.memory.BufferAllocator;

/** What the runtime lends to one step of work. */
public interface StepContext {
    /** Pays for the step's Arrow memory; the runtime asserts that all of it came back. */
    BufferAllocator allocator();

    /**
     * Maps items on the bounded pool of CPU workers and returns the results in the order of the items.
     *
     * <p>The function must not depend on which thread or in which order it runs.
     */
    <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> function);

    /** Tells people how far the step is; from 0 to {@code total}. */
    void progress(String what, long done, long total);

    /**
     * When a person asked for this, or, where a run checks its data, when it opened them: the journal records that moment, and
     * a replay reads it there. {@link Instant#MAX} in the other steps of a run, which see data that were checked. Good for
     * refusing data from the future, and for nothing else: no result may depend on it.
     */
    default Instant present() {
        return Instant.MAX;
    }
}
