package org.novum.runtime.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.novum.api.discipline.StepContext;
import org.novum.api.event.RunEvent;

/** The bounded pool of CPU workers of a run, and the contexts it lends to steps. */
public final class Workers implements AutoCloseable {
    private final ExecutorService pool;
    private final BufferAllocator allocator;
    private final Consumer<RunEvent.Progressed> progress;

    /**
     * @param count of workers
     * @param allocator parent of the steps' allocators
     * @param progress told of progress; must be quick
     */
    public Workers(int count, BufferAllocator allocator, Consumer<RunEvent.Progressed> progress) {
        this.pool = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name("novum-worker-", 1).daemon(true).factory());
        this.allocator = allocator;
        this.progress = progress;
    }

    /** Runs one step with a context of its own; its Arrow memory must all have come back by the end. */
    public <T> T lend(String step, Function<StepContext, T> work) {
        try (BufferAllocator child = allocator.newChildAllocator(step, 0, Long.MAX_VALUE)) {
            return work.apply(new Context(child));
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private final class Context implements StepContext {
        private final BufferAllocator allocator;

        Context(BufferAllocator allocator) {
            this.allocator = allocator;
        }

        @Override
        public BufferAllocator allocator() {
            return allocator;
        }

        @Override
        public <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> function) {
            AtomicReference<@Nullable Throwable> first = new AtomicReference<>();
            List<Future<R>> futures = new ArrayList<>();
            for (T item : items) {
                futures.add(pool.submit(() -> first.get() == null ? attempt(item, function, first) : null));
            }
            List<R> results = new ArrayList<>(items.size());
            // Every task is waited for, also after a failure: none may touch the step's memory after it is closed.
            for (Future<R> future : futures) {
                results.add(await(future));
            }
            if (first.get() != null) {
                throw unchecked(first.get());
            }
            return results;
        }

        @Override
        public void progress(String what, long done, long total) {
            progress.accept(new RunEvent.Progressed(what, done, total));
        }

        private static <T, R> @Nullable R attempt(
                T item, Function<? super T, ? extends R> function, AtomicReference<@Nullable Throwable> first) {
            try {
                return function.apply(item);
            } catch (RuntimeException | Error problem) {
                first.compareAndSet(null, problem);
                return null;
            }
        }

        private static <R> R await(Future<R> future) {
            try {
                return future.get();
            } catch (ExecutionException impossible) {
                throw new IllegalStateException("a worker failed outside its task", impossible);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the step was interrupted", interrupted);
            }
        }

        private static RuntimeException unchecked(Throwable cause) {
            switch (cause) {
                case RuntimeException problem -> {
                    return problem;
                }
                case Error error -> throw error;
                default -> {
                    return new IllegalStateException("a worker failed", cause);
                }
            }
        }
    }
}
