package org.novum.solarflare.score;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Bootstrap over groups of rows: whole groups are drawn with replacement, since rows of one active region, or of one
 * fortnight, are no independent trials.
 *
 * <p>Percentile intervals (Efron and Tibshirani 1993, chapter 13). The same seed draws the same groups for every
 * forecaster, so that differences between two of them are paired.
 */
public final class GroupBootstrap {
    private final int replicates;
    private final long seed;

    /**
     * @param replicates drawn, 200 at least for an interval
     * @param seed of the generator
     */
    public GroupBootstrap(int replicates, long seed) {
        this.replicates = replicates;
        this.seed = seed;
    }

    /** A score with its interval. */
    public Estimate of(Score score, Sample sample) {
        int[] falling = score == Score.AUC ? sample.falling() : new int[0];
        return interval(sample, weight -> score.definedOf(new Weighted(sample, falling, weight)), score.of(sample));
    }

    /** The score of one forecaster minus that of another on the same rows, with its paired interval. */
    public Estimate difference(Score score, Sample sample, Sample other) {
        return interval(sample, gap(score, sample, other), score.of(sample) - score.of(other));
    }

    private static ToDoubleFunction<double[]> gap(Score score, Sample sample, Sample other) {
        int[] falling = sample.falling();
        int[] otherFalling = other.falling();
        return weight -> score.definedOf(new Weighted(sample, falling, weight))
                - score.definedOf(new Weighted(other, otherFalling, weight));
    }

    /**
     * Any statistic with its interval.
     *
     * @param sample whose groups are drawn
     * @param statistic of the weights of the rows, NaN where it is not defined on a draw
     */
    public Estimate interval(Sample sample, ToDoubleFunction<double[]> statistic) {
        double[] ones = new double[sample.size()];
        Arrays.fill(ones, 1);
        return interval(sample, statistic, statistic.applyAsDouble(ones));
    }

    private Estimate interval(Sample sample, ToDoubleFunction<double[]> statistic, double value) {
        double[][] drawn = draw(sample, weight -> new double[] {statistic.applyAsDouble(weight)});
        return estimate(value, column(drawn, 0));
    }

    /**
     * Several statistics with their intervals, of the same draws.
     *
     * @param values on all rows
     * @param statistics of the weights of the rows, as many; NaN where one is not defined on a draw
     */
    List<Estimate> intervals(Sample sample, double[] values, Function<double[], double[]> statistics) {
        double[][] drawn = draw(sample, statistics);
        return IntStream.range(0, values.length)
                .mapToObj(i -> estimate(values[i], column(drawn, i)))
                .toList();
    }

    private static double[] column(double[][] drawn, int which) {
        return Arrays.stream(drawn).mapToDouble(of -> of[which]).toArray();
    }

    /** Draws without a value are left out; where all are, the interval is the value. */
    private static Estimate estimate(double value, double[] drawn) {
        double[] defined = Arrays.stream(drawn).filter(Double::isFinite).sorted().toArray();
        int leftOut = drawn.length - defined.length;
        return defined.length == 0
                ? new Estimate(value, value, value, leftOut)
                : new Estimate(value, quantile(defined, 0.025), quantile(defined, 0.975), leftOut);
    }

    private double[][] draw(Sample sample, Function<double[], double[]> statistics) {
        int[] group = sample.groupNumbers();
        int groups = Arrays.stream(group).max().orElse(-1) + 1;
        SplittableRandom random = new SplittableRandom(seed);
        double[][] drawn = new double[replicates][];
        double[] weight = new double[group.length];
        for (int replicate = 0; replicate < replicates; replicate++) {
            int[] times = new int[groups];
            for (int i = 0; i < groups; i++) {
                times[random.nextInt(groups)]++;
            }
            for (int row = 0; row < weight.length; row++) {
                weight[row] = times[group[row]];
            }
            drawn[replicate] = statistics.apply(weight);
        }
        return drawn;
    }

    static double quantile(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
