package org.novum.solarflare.score;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Tests that one forecaster beats another by a margin, on groups of rows that are drawn together.
 *
 * <p>Each row contributes to the difference of the scores; contributions are summed within groups, and the sum over
 * groups is tested against 0 by the studentised bootstrap (Hall, Ann. Stat. 16 (1988) 927), which keeps its level with
 * few groups and skewed sums better than percentiles do.
 */
public final class BlockTest {
    /** Replicates; the smallest p-value is one over one more than this. */
    public static final int REPLICATES = 99_999;

    private static final long SEED = 7_041_990;

    private BlockTest() {}

    /**
     * One-sided p-value of the claim.
     *
     * @param score BSS or TSS
     * @param ours the forecaster that is claimed to be better
     * @param other the reference, on the same rows
     * @param margin by which it is claimed to be better
     * @return 1 where there are fewer than 3 groups or no event
     */
    public static double pValue(Score score, Sample ours, Sample other, double margin) {
        double[] contributions =
                switch (score) {
                    case BSS -> brier(ours, other, margin);
                    case TSS -> trueSkill(ours, other, margin);
                    case BASE_RATE, HSS, RECALL, PRECISION, POFD, ECE, AUC ->
                        throw new IllegalArgumentException("claims are tested on BSS or TSS, not on " + score.label());
                };
        int[] group = ours.groupNumbers();
        double[] sums = new double[Arrays.stream(group).max().orElse(-1) + 1];
        for (int row = 0; row < group.length; row++) {
            sums[group[row]] += contributions[row];
        }
        return studentised(sums);
    }

    /** A row's share of (error of the other - error of ours - margin times error of the base rate). */
    private static double[] brier(Sample ours, Sample other, double margin) {
        double base = Score.BASE_RATE.of(ours);
        double[] result = new double[ours.size()];
        for (int row = 0; row < result.length; row++) {
            double event = ours.event()[row];
            double off = ours.probability()[row] - event;
            double otherOff = other.probability()[row] - event;
            result[row] = otherOff * otherOff - off * off - margin * (base - event) * (base - event);
        }
        return result;
    }

    /** A row's share of (TSS of ours - TSS of the other - margin). */
    private static double[] trueSkill(Sample ours, Sample other, double margin) {
        double events = Arrays.stream(ours.event()).sum();
        double quiets = ours.size() - events;
        double[] result = new double[ours.size()];
        if (events == 0 || quiets == 0) {
            return result;
        }
        for (int row = 0; row < result.length; row++) {
            double more = ours.alarm()[row] - other.alarm()[row];
            boolean event = ours.event()[row] > 0;
            result[row] = (event ? more / events : -more / quiets) - margin / ours.size();
        }
        return result;
    }

    private static double studentised(double[] sums) {
        int groups = sums.length;
        double mean = mean(sums);
        double error = error(sums, mean);
        if (groups < 3 || !(error > 0)) {
            return 1;
        }
        double observed = mean / error;
        SplittableRandom random = new SplittableRandom(SEED);
        double[] drawn = new double[groups];
        int asGreat = 0;
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            for (int i = 0; i < groups; i++) {
                drawn[i] = sums[random.nextInt(groups)];
            }
            double drawnMean = mean(drawn);
            double drawnError = error(drawn, drawnMean);
            // A draw of equal groups has no error to measure with; it counts against the claim.
            if (!(drawnError > 0) || (drawnMean - mean) / drawnError >= observed) {
                asGreat++;
            }
        }
        return (1.0 + asGreat) / (1.0 + REPLICATES);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double error(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1.0) / values.length);
    }
}
