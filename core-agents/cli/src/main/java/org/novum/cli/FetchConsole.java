package org.novum.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.novum.archives.FetchProgress;

/** Shows how far the fetch of a file is, if it takes more than two seconds. */
final class FetchConsole implements FetchProgress, AutoCloseable {
    private static final long KILOBYTE = 1000;

    private final SlowProgress progress;

    FetchConsole() {
        this(new SlowProgress(new PrintWriter(System.err, true, StandardCharsets.UTF_8), SlowProgress.onTerminal()));
    }

    FetchConsole(SlowProgress progress) {
        this.progress = progress.in("kB");
    }

    @Override
    public void at(String dataset, long bytes, long total) {
        if (bytes == total) {
            close();
        } else {
            progress.at("fetch " + dataset, bytes / KILOBYTE, total < 0 ? -1 : (total + KILOBYTE - 1) / KILOBYTE);
        }
    }

    /** Ends a bar whose file did not come to its end. */
    @Override
    public void close() {
        progress.close();
    }
}
