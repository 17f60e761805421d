package org.novum.pluginsdk.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.novum.api.discipline.StepContext;

/**
 * A step's context for tests: maps on a chosen number of threads, and fails on closing if Arrow memory did not come back.
 *
 * <p>With more than one thread it starts the items in reverse order, so that a function that depends on the order in
 * which it runs is found out.
 */
public final class TestStepContext implements StepContext, AutoCloseable {
    private final BufferAllocator allocator = new RootAllocator();
    private final List<String> progress = new CopyOnWriteArrayList<>();
    private final ForkJoinPool pool;
    private final int threads;

    /** A context with this many threads; with one, the caller's thread does all the work. */
    public TestStepContext(int threads) {
        this.threads = threads;
        this.pool = new ForkJoinPool(threads);
    }

    @Override
    public BufferAllocator allocator() {
        return allocator;
    }

    @Override
    public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> function) {
        List<R> results = new ArrayList<>(items.size());
        if (threads == 1) {
            items.forEach(item -> results.add(function.apply(item)));
            return results;
        }
        List<ForkJoinTask<? extends R>> tasks = items.reversed().stream()
                .<ForkJoinTask<? extends R>>map(item -> pool.submit(() -> function.apply(item)))
                .toList();
        tasks.reversed().forEach(task -> results.add(task.join()));
        return results;
    }

    @Override
    public void progress(String what, long done, long total) {
        if (done < 0 || done > total) {
            throw new IllegalArgumentException(what + " reports " + done + " of " + total);
        }
        progress.add(what + " " + done + "/" + total);
    }

    /** What was reported so far, as {@code what done/total}. */
    public List<String> reported() {
        return List.copyOf(progress);
    }

    /**
     * Ends the threads and the memory.
     *
     * @throws AssertionError if Arrow memory is still held
     */
    @Override
    public void close() {
        pool.shutdown();
        long held = allocator.getAllocatedMemory();
        if (held != 0) {
            throw new AssertionError(held + " bytes of Arrow memory were not returned:\n" + allocator.toVerboseString());
        }
        allocator.close();
    }
}
