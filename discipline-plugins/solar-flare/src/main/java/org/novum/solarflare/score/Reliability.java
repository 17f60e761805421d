package org.novum.solarflare.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Reliability diagram and ROC curve of a sample, as numbers to draw, with bootstrap intervals. */
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
    public record Bin(double forecast, Estimate observed, long count) {}

    /**
     * One point of the ROC curve.
     *
     * @param threshold of the probability
     * @param pofd probability of false detection
     * @param recall share of events with an alarm
     */
    public record Point(double threshold, Estimate pofd, Estimate recall) {}

    /** Bins of equal width that hold forecasts, rising. */
    public static List<Bin> diagram(Sample sample, GroupBootstrap bootstrap) {
        int[] bin = Arrays.stream(sample.probability()).mapToInt(p -> Math.min(BINS - 1, (int) (p * BINS))).toArray();
        double[] forecast = new double[BINS];
        long[] count = new long[BINS];
        for (int row = 0; row < bin.length; row++) {
            forecast[bin[row]] += sample.probability()[row];
            count[bin[row]]++;
        }
        double[] values = shares(sample, bin, ones(sample));
        List<Estimate> observed = bootstrap.intervals(sample, values, weight -> shares(sample, bin, weight));
        return IntStream.range(0, BINS)
                .filter(i -> count[i] > 0)
                .mapToObj(i -> new Bin(forecast[i] / count[i], observed.get(i), count[i]))
                .toList();
    }

    /** Share of events in each bin, NaN where it is empty. */
    private static double[] shares(Sample sample, int[] bin, double[] weight) {
        double[] events = new double[BINS];
        double[] all = new double[BINS];
        for (int row = 0; row < bin.length; row++) {
            events[bin[row]] += weight[row] * sample.event()[row];
            all[bin[row]] += weight[row];
        }
        return IntStream.range(0, BINS).mapToDouble(i -> all[i] == 0 ? Double.NaN : events[i] / all[i]).toArray();
    }

    /**
     * The ROC curve from (0, 0), where no forecast is an alarm, to (1, 1), at thresholds of about equal steps in the number
     * of forecasts. Equal forecasts stand on one side of every threshold.
     *
     * @param points about as many
     */
    public static List<Point> curve(Sample sample, int points, GroupBootstrap bootstrap) {
        int[] falling = sample.falling();
        int[] ends = ends(sample, falling, Math.max(1, falling.length / points));
        List<Estimate> estimates = bootstrap.intervals(
                sample, rates(sample, falling, ends, ones(sample)), weight -> rates(sample, falling, ends, weight));
        List<Point> curve = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            // No probability exceeds 1, so above it there is no alarm.
            double threshold = ends[i] == 0 ? 1 : sample.probability()[falling[ends[i] - 1]];
            curve.add(new Point(threshold, orZero(estimates.get(2 * i)), orZero(estimates.get(2 * i + 1))));
        }
        return curve;
    }

    /** How many of the falling forecasts are alarms, for each point. */
    private static int[] ends(Sample sample, int[] falling, int step) {
        List<Integer> ends = new ArrayList<>(List.of(0));
        for (int at = 0; at < falling.length; at++) {
            boolean levelEnds = at + 1 == falling.length
                    || sample.probability()[falling[at + 1]] < sample.probability()[falling[at]];
            if (levelEnds && (at + 1 - ends.getLast() >= step || at + 1 == falling.length)) {
                ends.add(at + 1);
            }
        }
        return ends.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Probability of false detection and recall for each point; NaN without quiet rows or events. */
    private static double[] rates(Sample sample, int[] falling, int[] ends, double[] weight) {
        double[] rates = new double[2 * ends.length];
        double hits = 0;
        double falseAlarms = 0;
        int point = 0;
        for (int at = 0; at <= falling.length; at++) {
            if (point < ends.length && ends[point] == at) {
                rates[2 * point] = falseAlarms;
                rates[2 * point + 1] = hits;
                point++;
            }
            if (at < falling.length) {
                int row = falling[at];
                hits += weight[row] * sample.event()[row];
                falseAlarms += weight[row] * (1 - sample.event()[row]);
            }
        }
        for (int i = 0; i < ends.length; i++) {
            rates[2 * i] /= falseAlarms;
            rates[2 * i + 1] /= hits;
        }
        return rates;
    }

    private static Estimate orZero(Estimate estimate) {
        return Double.isFinite(estimate.value()) ? estimate : new Estimate(0, 0, 0, estimate.leftOut());
    }

    private static double[] ones(Sample sample) {
        double[] ones = new double[sample.size()];
        Arrays.fill(ones, 1);
        return ones;
    }
}
