package org.novum.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.novum.archives.FetchProgress;

/** Shows a bar while a dataset is fetched. */
final class FetchConsole implements FetchProgress, AutoCloseable {
    private @Nullable ProgressBar bar;
    private String fetching = "";

    @Override
    public synchronized void at(String dataset, long bytes, long total) {
        if (bar == null || !fetching.equals(dataset)) {
            close();
            fetching = dataset;
            bar = new ProgressBarBuilder()
                    .setTaskName("  fetch " + dataset)
                    .setInitialMax(total)
                    .setUnit(" kB", 1000)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build();
        }
        bar.stepTo(bytes);
        if (bytes == total) {
            close();
        }
    }

    /** Ends a bar whose file ended without a word about its length. */
    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
