package org.novum.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.novum.fits.spectrum.ScanProgress;

/** Shows how many files have been opened. */
final class ScanConsole implements ScanProgress {
    private final SlowProgress progress =
            new SlowProgress(new PrintWriter(System.err, true, StandardCharsets.UTF_8), SlowProgress.onTerminal());

    @Override
    public void opened(long done, long all) {
        progress.at("open", done, all);
        if (done == all) {
            progress.close();
        }
    }
}
