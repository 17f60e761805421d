package org.novum.api.discipline;

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
}
