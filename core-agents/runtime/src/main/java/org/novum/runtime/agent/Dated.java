package org.novum.runtime.agent;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.discipline.StepContext;

/**
 * A context that knows the present, so that data from the future can be refused.
 *
 * @param context lends everything else
 * @param present when a person asked, or, in a run, when its data were opened, as the journal has it
 */
public record Dated(StepContext context, Instant present) implements StepContext {
    @Override
    public BufferAllocator allocator() {
        return context.allocator();
    }

    @Override
    public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> function) {
        return context.map(items, function);
    }

    @Override
    public void progress(String what, long done, long total) {
        context.progress(what, done, total);
    }
}
