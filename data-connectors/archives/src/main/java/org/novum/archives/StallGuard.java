package org.novum.archives;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Closes a stream whose next bytes do not come in time, so that the reader wakes up. */
final class StallGuard implements AutoCloseable {
    private final InputStream stream;
    private final Duration limit;
    private final Thread watch;
    private volatile long moved = System.nanoTime();
    private volatile boolean stalled;

    StallGuard(InputStream stream, Duration limit) {
        this.stream = stream;
        this.limit = limit;
        this.watch = Thread.ofVirtual().name("novum-stall-guard").start(this::watch);
    }

    /** Bytes came. */
    void moved() {
        moved = System.nanoTime();
    }

    /** True once the time was up. */
    boolean stalled() {
        return stalled;
    }

    private void watch() {
        try {
            while (System.nanoTime() - moved < limit.toNanos()) {
                Thread.sleep(limit.dividedBy(4));
            }
            stalled = true;
            stream.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the download has ended: nothing is left to watch
        } catch (IOException e) {
            stalled = true; // the stream is given up; its reader reports the stall
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
