package org.novum.statistics.bootstrap;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.distribution.NormalTail;
import org.novum.statistics.internal.Require;

/**
 * The bootstrap distribution of a statistic, with percentile and bias-corrected accelerated (BCa) intervals.
 *
 * <p>Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), chapters 13 and 14. The same seed gives the same
 * numbers on every machine.
 */
public final class Bootstrap {
    private final IndexStatistic statistic;
    private final Resampling resampling;
    private final double estimate;
    private final double[] sorted;

    private Bootstrap(IndexStatistic statistic, Resampling resampling, double estimate, double[] sorted) {
        this.statistic = statistic;
        this.resampling = resampling;
        this.estimate = estimate;
        this.sorted = sorted;
    }

    /**
     * Draws the replicates.
     *
     * @param statistic computed on the rows of each replicate; must be finite on them
     * @param resampling how rows are drawn
     * @param replicates number of replicates; 1,000 for a standard error, 10,000 for interval ends
     * @param seed seed of the generator
     */
    public static Bootstrap of(IndexStatistic statistic, Resampling resampling, int replicates, long seed) {
        Require.atLeast("replicates", replicates, 10);
        double estimate = Require.finite("statistic on all rows", statistic.of(allRows(resampling)));
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[replicates];
        for (int i = 0; i < replicates; i++) {
            values[i] = statistic.of(resampling.draw(random));
            if (!Double.isFinite(values[i])) {
                throw new StatisticsException("statistic is " + values[i] + " on replicate " + i
                        + "; define it for every draw (say, a draw without events) or use larger groups");
            }
        }
        Arrays.sort(values);
        return new Bootstrap(statistic, resampling, estimate, values);
    }

    /** Returns the statistic on all rows. */
    public double estimate() {
        return estimate;
    }

    /** Returns the replicates, rising. */
    public double[] replicates() {
        return sorted.clone();
    }

    /** Returns the standard deviation of the replicates. */
    public double standardError() {
        double mean = Arrays.stream(sorted).sum() / sorted.length;
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (sorted.length - 1));
    }

    /** Returns the interval between the percentiles of the replicates. */
    public Interval percentile(double confidence) {
        double tail = 0.5 * (1 - Require.openUnit("confidence", confidence));
        return new Interval(quantile(tail), quantile(1 - tail));
    }

    /**
     * Returns the BCa interval, which corrects percentiles for median bias and for a standard error that changes with
     * the parameter (Efron and Tibshirani, equations 14.9 to 14.15).
     *
     * @throws StatisticsException when the estimate lies outside all replicates
     */
    public Interval biasCorrected(double confidence) {
        double z = NormalTail.zOf(0.5 * (1 - Require.openUnit("confidence", confidence)));
        double bias = biasCorrection();
        double acceleration = acceleration();
        return new Interval(quantile(corrected(bias, -z, acceleration)), quantile(corrected(bias, z, acceleration)));
    }

    /** Returns z0, the median bias in standard deviations; replicates equal to the estimate count half. */
    public double biasCorrection() {
        double below = 0;
        for (double value : sorted) {
            below += value < estimate ? 1 : value == estimate ? 0.5 : 0;
        }
        double fraction = below / sorted.length;
        if (fraction == 0 || fraction == 1) {
            throw new StatisticsException("the estimate " + estimate + " lies outside all " + sorted.length
                    + " replicates; the statistic is biased by resampling, use the percentile interval of another one");
        }
        return -NormalTail.zOf(fraction);
    }

    /** Returns a, the acceleration from the jackknife over resampling units; 0 when no unit matters. */
    public double acceleration() {
        double[] left = resampling.leavingOneOut().stream().mapToDouble(statistic::of).toArray();
        double mean = Arrays.stream(left).sum() / left.length;
        double squares = 0;
        double cubes = 0;
        for (double value : left) {
            double difference = mean - Require.finite("statistic without one unit", value);
            squares += difference * difference;
            cubes += difference * difference * difference;
        }
        return squares == 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
    }

    private static double corrected(double bias, double z, double acceleration) {
        double shifted = bias + z;
        return NormalTail.cumulative(bias + shifted / (1 - acceleration * shifted));
    }

    /** Linear interpolation between order statistics (type 7 of Hyndman and Fan). */
    private double quantile(double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static int[] allRows(Resampling resampling) {
        return switch (resampling) {
            case Resampling.Rows rows -> identity(rows.rows());
            case Resampling.Blocks blocks -> identity(blocks.rows());
            case Resampling.Groups groups ->
                groups.members().stream().flatMapToInt(Arrays::stream).toArray();
        };
    }

    private static int[] identity(int rows) {
        int[] all = new int[rows];
        Arrays.setAll(all, row -> row);
        return all;
    }
}
