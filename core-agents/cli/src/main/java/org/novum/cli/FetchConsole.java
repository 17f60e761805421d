package org.novum.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.novum.archives.FetchProgress;

/** Shows a bar while a dataset is fetched. */
final class FetchConsole implements FetchProgress {
    private @Nullable ProgressBar bar;
    private String fetching = "";

    @Override
    public synchronized void at(String dataset, long bytes, long total) {
        if (bar == null || !fetching.equals(dataset)) {
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
            bar.close();
            bar = null;
        }
    }
}
