package org.novum.runtime.agent;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The failure of the item that comes first in the list, whichever thread fails first.
 *
 * <p>Items before a failed one are still tried and those behind it are not, so that the same input always ends in the same
 * failure.
 */
final class FirstFailure {
    private int index = Integer.MAX_VALUE;
    private @Nullable Throwable cause;

    /** Tries one item unless an earlier one has failed; null if it was not tried or failed. */
    <R> @Nullable R attempt(int item, Supplier<? extends R> work) {
        if (isBehindFailure(item)) {
            return null;
        }
        try {
            return work.get();
        } catch (RuntimeException | Error problem) {
            at(item, problem);
            return null;
        }
    }

    /** Notes a failure of an item; -1 stands before all items. */
    synchronized void at(int item, Throwable problem) {
        if (item < index) {
            index = item;
            cause = problem;
        }
    }

    /** Throws the first failure, if there is one. */
    synchronized void rethrow() {
        switch (cause) {
            case null -> {}
            case RuntimeException problem -> throw problem;
            case Error error -> throw error;
            default -> throw new IllegalStateException("a worker failed", cause);
        }
    }

    private synchronized boolean isBehindFailure(int item) {
        return item > index;
    }
}
