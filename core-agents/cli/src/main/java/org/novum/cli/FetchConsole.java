package org.novum.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.novum.archives.FetchProgress;

/** Shows how far the fetch of a file is, if it takes more than two seconds, and what it waits for. */
final class FetchConsole implements FetchProgress, AutoCloseable {
    private static final long KILOBYTE = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SlowProgress progress;
    private final Duration patience;

    /** Counts what happened: who waits for an answer sees whether there was one. */
    private final AtomicLong events = new AtomicLong();

    FetchConsole() {
        this(new SlowProgress(new PrintWriter(System.err, true, StandardCharsets.UTF_8), SlowProgress.onTerminal()));
    }

    FetchConsole(SlowProgress progress) {
        this(progress, PATIENCE);
    }

    /** @param patience before it is said that nobody answers */
    FetchConsole(SlowProgress progress, Duration patience) {
        this.progress = progress.in("kB");
        this.patience = patience;
    }

    @Override
    public void at(String dataset, long bytes, long total) {
        events.incrementAndGet();
        if (bytes == total) {
            close();
        } else {
            progress.at("fetch " + dataset, bytes / KILOBYTE, total < 0 ? -1 : (total + KILOBYTE - 1) / KILOBYTE);
        }
    }

    @Override
    public void asks(String dataset, String host) {
        long asked = events.incrementAndGet();
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS).execute(() -> {
            if (events.get() == asked) {
                progress.say("fetch " + dataset + ": waiting for " + host);
            }
        });
    }

    @Override
    public void answered(String dataset) {
        events.incrementAndGet();
    }

    @Override
    public void waits(String dataset, String reason, Duration pause) {
        events.incrementAndGet();
        progress.say("fetch " + dataset + ": " + reason + "; again in " + (pause.toSeconds() < 1 ? "a moment" : pause.toSeconds() + " s"));
    }

    /** Ends a bar whose file did not come to its end. */
    @Override
    public void close() {
        events.incrementAndGet();
        progress.close();
    }
}
