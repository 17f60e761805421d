package org.novum.solarflare.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.novum.pluginsdk.fake.TestStepContext;
import org.novum.solarflare.learn.Design;
import org.novum.solarflare.learn.Linear;
import org.novum.solarflare.learn.Regression;

/**
 * Speed of the logistic regression beside scikit-learn's: {@code scikit_learn_speed.py} draws a matrix of the same shape.
 *
 * <p>232,822 rows, as the shared patches have, of 20 features; medians of several runs.
 */
final class LinearSpeed {
    private static final int ROWS = 232_822;
    private static final int FEATURES = 20;
    private static final int RUNS = 15;

    private LinearSpeed() {}

    /** Prints seconds of a fit and rows a second of forecasts, on one thread and on two. */
    public static void main(String[] arguments) {
        SplittableRandom random = new SplittableRandom(20);
        double[] values = new double[ROWS * FEATURES];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        Design design = new Design(values, FEATURES);
        double[] events = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double odds = -4;
            for (int feature = 0; feature < FEATURES; feature++) {
                odds += values[row * FEATURES + feature] * (feature % 3 - 1) / 2;
            }
            events[row] = random.nextDouble() < 1 / (1 + StrictMath.exp(-odds)) ? 1 : 0;
        }
        Linear linear = new Linear(new double[FEATURES + 1]);
        for (int threads = 1; threads <= 2; threads++) {
            try (TestStepContext context = new TestStepContext(threads)) {
                double[] seconds = new double[RUNS];
                for (int run = 0; run < RUNS; run++) {
                    long start = System.nanoTime();
                    linear = Regression.logistic(1).fit(design, events, context);
                    seconds[run] = (System.nanoTime() - start) * 1e-9;
                }
                print("fit, " + threads + " thread(s), seconds", median(seconds));
            }
        }
        double[] rate = new double[4 * RUNS];
        double checksum = 0;
        for (int run = 0; run < rate.length; run++) {
            long start = System.nanoTime();
            checksum += linear.probabilities(design)[run];
            rate[run] = ROWS / ((System.nanoTime() - start) * 1e-9);
        }
        print("forecasts, 1 thread, rows/s", median(rate));
        print("checksum", checksum);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static void print(String what, double value) {
        System.out.println(String.format(Locale.ROOT, "%-30s %,.3f", what, value));
    }
}
