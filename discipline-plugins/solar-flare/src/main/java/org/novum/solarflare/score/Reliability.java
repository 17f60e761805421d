package org.novum.solarflare.score;

import java.util.ArrayList;
import java.util.List;

/** Reliability diagram and ROC curve of a sample, as numbers to draw. */
public final class Reliability {
    private static final int BINS = 10;

    private Reliability() {}

    /**
     * One bin of forecasts.
     *
     * @param forecast mean probability
     * @param observed share of events
     * @param count forecasts
     */
    public record Bin(double forecast, double observed, long count) {}

    /**
     * One point of the ROC curve.
     *
     * @param threshold of the probability
     * @param pofd probability of false detection
     * @param recall share of events with an alarm
     */
    public record Point(double threshold, double pofd, double recall) {}

    /** Bins of equal width that hold forecasts, rising. */
    public static List<Bin> diagram(Sample sample) {
        double[] forecast = new double[BINS];
        double[] observed = new double[BINS];
        long[] count = new long[BINS];
        for (int row = 0; row < sample.size(); row++) {
            int bin = Math.min(BINS - 1, (int) (sample.probability()[row] * BINS));
            forecast[bin] += sample.probability()[row];
            observed[bin] += sample.event()[row];
            count[bin]++;
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (count[bin] > 0) {
                bins.add(new Bin(forecast[bin] / count[bin], observed[bin] / count[bin], count[bin]));
            }
        }
        return bins;
    }

    /** The ROC curve at thresholds of equal steps in the number of forecasts, at most as many as asked. */
    public static List<Point> curve(Sample sample, int points) {
        int[] falling = sample.falling();
        double events = 0;
        for (double event : sample.event()) {
            events += event;
        }
        double quiets = sample.size() - events;
        List<Point> curve = new ArrayList<>();
        double hits = 0;
        double falseAlarms = 0;
        int step = Math.max(1, falling.length / points);
        for (int at = 0; at < falling.length; at++) {
            hits += sample.event()[falling[at]];
            falseAlarms += 1 - sample.event()[falling[at]];
            if ((at + 1) % step == 0 || at + 1 == falling.length) {
                curve.add(new Point(
                        sample.probability()[falling[at]],
                        quiets == 0 ? 0 : falseAlarms / quiets,
                        events == 0 ? 0 : hits / events));
            }
        }
        return curve;
    }
}
