package org.novum.solarflare.score;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The calibration error that chance alone gives: bins of few forecasts never show exactly the share of events that was
 * forecast, so that a perfect forecaster has an ECE above 0 (Bröcker and Smith, Weather Forecast. 22 (2007) 651).
 */
public final class CalibrationNoise {
    private CalibrationNoise() {}

    /**
     * ECE of a forecaster who gives the same probabilities and is right with each: events are drawn from them, every row on
     * its own. Rows that hang together vary more.
     *
     * @return mean, with the range of 95 % of the draws
     */
    public static Estimate of(Sample sample, int draws, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] errors = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            double[] event = Arrays.stream(sample.probability()).map(p -> random.nextDouble() < p ? 1 : 0).toArray();
            errors[draw] = Score.ECE.of(new Sample(sample.probability(), event, sample.alarm(), sample.group()));
        }
        Arrays.sort(errors);
        return new Estimate(
                Arrays.stream(errors).average().orElse(0),
                GroupBootstrap.quantile(errors, 0.025),
                GroupBootstrap.quantile(errors, 0.975));
    }
}
