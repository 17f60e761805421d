package org.novum.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far long work is: nothing in its first two seconds, then a bar on a terminal and a line now and then elsewhere.
 */
final class SlowProgress implements AutoCloseable {
    private static final long PATIENCE = 2_000_000_000L;
    private static final long BETWEEN_LINES = 10_000_000_000L;

    private final PrintWriter error;
    private final boolean terminal;
    private final LongSupplier nanoseconds;
    private String unit = "";
    private @Nullable ProgressBar bar;
    private String task = "";
    private long began;
    private long told;

    /**
     * @param error where lines go
     * @param terminal whether a bar can be drawn
     */
    SlowProgress(PrintWriter error, boolean terminal) {
        this(error, terminal, System::nanoTime);
    }

    SlowProgress(PrintWriter error, boolean terminal, LongSupplier nanoseconds) {
        this.error = error;
        this.terminal = terminal;
        this.nanoseconds = nanoseconds;
    }

    /** The same, of work that is counted in this unit. */
    SlowProgress in(String counted) {
        unit = " " + counted;
        return this;
    }

    /** Whether standard error is a terminal. */
    static boolean onTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    /**
     * The work is this far.
     *
     * @param total how much there is, or -1 where nobody knows
     */
    synchronized void at(String what, long done, long total) {
        long now = nanoseconds.getAsLong();
        if (!task.equals(what)) {
            close();
            task = what;
            began = now;
            told = now - BETWEEN_LINES;
        }
        if (now - began < PATIENCE) {
            return;
        }
        if (terminal) {
            draw(what, done, total);
        } else if (done != total && now - told >= BETWEEN_LINES) {
            told = now;
            String all = total < 0 ? "" : String.format(Locale.ROOT, " of %,d", total);
            error.println(String.format(Locale.ROOT, "  %-9s %,d%s%s", what, done, all, unit));
            error.flush();
        }
    }

    /** Says something in a line of its own. */
    synchronized void say(String line) {
        close();
        error.println("  " + line);
        error.flush();
    }

    private void draw(String what, long done, long total) {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName("  " + what)
                    .setInitialMax(total)
                    .setUnit(unit, 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .clearDisplayOnFinish()
                    .build();
        }
        bar.maxHint(total);
        bar.stepTo(done);
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
        task = "";
    }
}
