package org.novum.runtime.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.arrow.memory.BufferAllocator;
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
        this.pool = Executors.newFixedThreadPool(count, work -> new Worker(this, work));
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
        for (Runnable waiting : pool.shutdownNow()) {
            if (waiting instanceof Future<?> task) {
                task.cancel(false);
            }
        }
    }

    /** A thread of the pool; it knows whose, so that work which maps again runs there and waits for nobody. */
    private static final class Worker extends Thread {
        private final Workers owner;

        Worker(Workers owner, Runnable work) {
            super(work, "novum-worker");
            this.owner = owner;
            setDaemon(true);
        }

        static boolean isOf(Workers owner) {
            return Thread.currentThread() instanceof Worker worker && worker.owner == owner;
        }
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
            if (Worker.isOf(Workers.this)) {
                return mapHere(items, function);
            }
            FirstFailure failure = new FirstFailure();
            List<Future<R>> futures = new ArrayList<>(items.size());
            for (int i = 0; i < items.size(); i++) {
                int index = i;
                T item = items.get(i);
                futures.add(pool.submit(() -> failure.attempt(index, () -> function.apply(item))));
            }
            List<R> results = collect(futures, failure);
            failure.rethrow();
            return results;
        }

        @Override
        public void progress(String what, long done, long total) {
            progress.accept(new RunEvent.Progressed(what, done, total));
        }

        private static <T, R> List<R> mapHere(List<T> items, Function<? super T, ? extends R> function) {
            List<R> results = new ArrayList<>(items.size());
            for (T item : items) {
                results.add(function.apply(item));
            }
            return results;
        }

        /** Waits for every task, also after a failure or an interrupt: none may touch the step's memory after its end. */
        private static <R> List<R> collect(List<Future<R>> futures, FirstFailure failure) {
            List<R> results = new ArrayList<>(futures.size());
            boolean interrupted = false;
            int next = 0;
            while (next < futures.size()) {
                try {
                    results.add(futures.get(next).get());
                    next++;
                } catch (ExecutionException outside) {
                    throw new IllegalStateException("a worker failed outside its task", outside);
                } catch (InterruptedException asked) {
                    interrupted = true;
                    failure.at(-1, new IllegalStateException("the step was interrupted", asked));
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return results;
        }
    }
}
