package org.novum.solarflare.score;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

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
        return interval(sample, weight -> score.of(new Weighted(sample, falling, weight)));
    }

    /** The score of one forecaster minus that of another on the same rows, with its paired interval. */
    public Estimate difference(Score score, Sample sample, Sample other) {
        return interval(sample, gap(score, sample, other));
    }

    /**
     * One-sided p-value of the claim that the difference exceeds a margin: how often a replicate does not, with the
     * observed sample counted as one.
     */
    public double pValue(Score score, Sample sample, Sample other, double margin) {
        double[] drawn = draw(sample, gap(score, sample, other));
        long failures = Arrays.stream(drawn).filter(value -> value <= margin).count();
        return (1.0 + failures) / (1.0 + drawn.length);
    }

    private static ToDoubleFunction<double[]> gap(Score score, Sample sample, Sample other) {
        int[] falling = sample.falling();
        int[] otherFalling = other.falling();
        return weight -> score.of(new Weighted(sample, falling, weight))
                - score.of(new Weighted(other, otherFalling, weight));
    }

    /**
     * Any statistic with its interval.
     *
     * @param sample whose groups are drawn
     * @param statistic of the weights of the rows, finite for every draw
     */
    public Estimate interval(Sample sample, ToDoubleFunction<double[]> statistic) {
        double[] ones = new double[sample.size()];
        Arrays.fill(ones, 1);
        double[] drawn = draw(sample, statistic);
        Arrays.sort(drawn);
        return new Estimate(statistic.applyAsDouble(ones), quantile(drawn, 0.025), quantile(drawn, 0.975));
    }

    private double[] draw(Sample sample, ToDoubleFunction<double[]> statistic) {
        int[] group = sample.groupNumbers();
        int groups = Arrays.stream(group).max().orElse(-1) + 1;
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[replicates];
        double[] weight = new double[group.length];
        for (int replicate = 0; replicate < replicates; replicate++) {
            int[] times = new int[groups];
            for (int i = 0; i < groups; i++) {
                times[random.nextInt(groups)]++;
            }
            for (int row = 0; row < weight.length; row++) {
                weight[row] = times[group[row]];
            }
            drawn[replicate] = statistic.applyAsDouble(weight);
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
