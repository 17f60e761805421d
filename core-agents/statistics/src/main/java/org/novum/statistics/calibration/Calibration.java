package org.novum.statistics.calibration;

import java.util.List;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.bootstrap.Interval;
import org.novum.statistics.evidence.PValues;
import org.novum.statistics.internal.Require;

/** How often what was promised came true: coverage of intervals, sizes of tests, uniformity of p-values. */
public final class Calibration {
    private Calibration() {}

    /** Returns how many intervals contain their truth; {@code truths} has one entry for each interval. */
    public static Proportion coverage(List<Interval> intervals, double[] truths) {
        if (intervals.size() != truths.length) {
            throw new StatisticsException(intervals.size() + " intervals for " + truths.length + " truths; pair them");
        }
        int covered = 0;
        for (int i = 0; i < truths.length; i++) {
            covered += intervals.get(i).contains(truths[i]) ? 1 : 0;
        }
        return new Proportion(covered, truths.length);
    }

    /** Returns how many p-values lie at or below {@code level}; for nulls the fraction should be the level. */
    public static Proportion size(PValues p, double level) {
        return new Proportion(p.size() - p.above(level), p.size());
    }

    /** Returns the Kolmogorov-Smirnov distance of the values from the uniform distribution on [0, 1]. */
    public static double uniformityDistance(double[] values) {
        return new KolmogorovSmirnovTest(new Well19937c(0)).kolmogorovSmirnovStatistic(uniform(), checked(values));
    }

    /**
     * Returns the p-value of that distance: exact up to 140 values (Marsaglia, Tsang, Wang 2003), by the expansion of
     * Pelz and Good beyond.
     */
    public static double uniformityPValue(double[] values) {
        KolmogorovSmirnovTest test = new KolmogorovSmirnovTest(new Well19937c(0));
        double distance = test.kolmogorovSmirnovStatistic(uniform(), checked(values));
        return Math.max(0, Math.min(1, 1 - test.cdf(distance, values.length)));
    }

    private static UniformRealDistribution uniform() {
        return new UniformRealDistribution(null, 0, 1);
    }

    private static double[] checked(double[] values) {
        Require.atLeast("values", values.length, 2);
        for (double value : values) {
            Require.probability("value", value);
        }
        return values;
    }
}
