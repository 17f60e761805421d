package org.novum.server;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** Lets a few calls work at a time and a few wait; a call uses all cores by itself. */
public final class Calls {
    private final Semaphore working;
    private final Semaphore admitted;

    /**
     * @param atOnce calls that work at the same time
     * @param waiting calls that may wait for them
     */
    public Calls(int atOnce, int waiting) {
        this.working = new Semaphore(atOnce, true);
        this.admitted = new Semaphore(atOnce + waiting);
    }

    /**
     * Waits for its turn and works.
     *
     * @throws NovumException with {@code TEMPORARY} if too many wait already
     */
    public <T> T inTurn(Supplier<T> work) {
        if (!admitted.tryAcquire()) {
            throw new NovumException(ExitCode.TEMPORARY, "too many calls are waiting; ask again later");
        }
        try {
            working.acquire();
            try {
                return work.get();
            } finally {
                working.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NovumException(ExitCode.TEMPORARY, "the server is stopping; ask again later", stopped);
        } finally {
            admitted.release();
        }
    }
}
