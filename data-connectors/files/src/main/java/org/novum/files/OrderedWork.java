package org.novum.files;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Does pieces of work on all cores and takes their results in the order in which they were given.
 *
 * <p>The thread that gives work lends a hand when it is ahead, so there is progress even if the common pool is busy with
 * callers of the same kind. Closing waits until nothing runs any more, so that buffers may be freed.
 *
 * @param <T> result of a piece
 */
public final class OrderedWork<T> implements AutoCloseable {
    private static final int WINDOW = 2 * Runtime.getRuntime().availableProcessors();

    private final Deque<FutureTask<T>> pending = new ArrayDeque<>();
    private final Consumer<T> sink;
    private volatile boolean stopped;

    /** @param sink takes the results, on the thread that gives the work */
    public OrderedWork(Consumer<T> sink) {
        this.sink = sink;
    }

    /** Gives a piece of work; what an earlier piece threw comes out here. */
    public void give(Callable<T> piece) {
        if (pending.size() >= WINDOW) {
            takeOldest();
        }
        FutureTask<T> task = new FutureTask<>(() -> {
            if (stopped) {
                throw new IllegalStateException("an earlier piece failed");
            }
            return piece.call();
        });
        pending.add(task);
        ForkJoinPool.commonPool().execute(task);
    }

    /** Takes all results that are left. */
    public void finish() {
        while (!pending.isEmpty()) {
            takeOldest();
        }
    }

    private void takeOldest() {
        FutureTask<T> task = pending.remove();
        sink.accept(result(task));
    }

    private T result(FutureTask<T> task) {
        task.run(); // does nothing if another thread has begun it
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true; // kept for the caller: half-done work must not be left behind
                } catch (ExecutionException e) {
                    throw unchecked(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        return switch (cause) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException(cause);
        };
    }

    @Override
    public void close() {
        stopped = true;
        while (!pending.isEmpty()) {
            try {
                result(pending.remove());
            } catch (RuntimeException e) {
                // The failure that counts, the first in order, is already on its way to the caller.
                continue;
            }
        }
    }
}
