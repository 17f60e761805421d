package org.novum.solarflare.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Isotonic calibration: the rising step function nearest to the events, by pool adjacent violators.
 *
 * <p>Ayer et al., Ann. Math. Stat. 26 (1955) 641; as calibration Zadrozny and Elkan, KDD 2002. Between the scores of the
 * sample the function is interpolated, outside it is constant.
 *
 * @param scores rising, one per level's edge
 * @param values calibrated probabilities there, not falling
 */
public record Isotonic(double[] scores, double[] values) implements Calibration {
    /**
     * Fits.
     *
     * @param scores of the samples
     * @param events 0 or 1 each
     */
    public static Isotonic fit(double[] scores, double[] events) {
        if (scores.length == 0) {
            throw new LearnException("there are no samples to calibrate on; give a longer validation period");
        }
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> scores[row]).thenComparing(row -> row))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] mean = new double[scores.length];
        double[] weight = new double[scores.length];
        double[] low = new double[scores.length];
        double[] high = new double[scores.length];
        int levels = 0;
        for (int row : order) {
            boolean tied = levels > 0 && high[levels - 1] == scores[row];
            if (tied) {
                mean[levels - 1] = (mean[levels - 1] * weight[levels - 1] + events[row]) / (weight[levels - 1] + 1);
                weight[levels - 1]++;
            } else {
                mean[levels] = events[row];
                weight[levels] = 1;
                low[levels] = scores[row];
                high[levels++] = scores[row];
            }
        }
        int kept = 0;
        for (int i = 0; i < levels; i++) {
            mean[kept] = mean[i];
            weight[kept] = weight[i];
            low[kept] = low[i];
            high[kept] = high[i];
            while (kept > 0 && mean[kept - 1] >= mean[kept]) {
                double together = weight[kept - 1] + weight[kept];
                mean[kept - 1] = (mean[kept - 1] * weight[kept - 1] + mean[kept] * weight[kept]) / together;
                weight[kept - 1] = together;
                high[kept - 1] = high[kept];
                kept--;
            }
            kept++;
        }
        double[] edges = new double[2 * kept];
        double[] levelsAtEdges = new double[2 * kept];
        for (int i = 0; i < kept; i++) {
            edges[2 * i] = low[i];
            edges[2 * i + 1] = high[i];
            levelsAtEdges[2 * i] = mean[i];
            levelsAtEdges[2 * i + 1] = mean[i];
        }
        return new Isotonic(edges, levelsAtEdges);
    }

    @Override
    public double of(double score) {
        int at = Arrays.binarySearch(scores, score);
        if (at >= 0) {
            return values[at];
        }
        int above = -at - 1;
        if (above == 0) {
            return values[0];
        }
        if (above == scores.length) {
            return values[above - 1];
        }
        double share = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
        return values[above - 1] + share * (values[above] - values[above - 1]);
    }
}
