package org.novum.statistics.calibration;

import org.novum.statistics.StatisticsException;
import org.novum.statistics.bootstrap.Interval;
import org.novum.statistics.distribution.BetaTail;
import org.novum.statistics.distribution.NormalTail;
import org.novum.statistics.internal.Require;

/**
 * A number of successes among independent trials: an efficiency, a coverage, a pooled false discovery proportion.
 *
 * @param successes successes
 * @param trials trials, at least 1
 */
public record Proportion(long successes, long trials) {
    /** Checks the counts. */
    public Proportion {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new StatisticsException(successes + " successes among " + trials + " trials is not a proportion");
        }
    }

    /** Returns the fraction. */
    public double value() {
        return (double) successes / trials;
    }

    /** Returns the binomial standard error at the measured fraction. */
    public double standardError() {
        return Math.sqrt(value() * (1 - value()) / trials);
    }

    /** Returns the exact interval of Clopper and Pearson, Biometrika 26 (1934) 404, which never undercovers. */
    public Interval clopperPearson(double confidence) {
        double tail = 0.5 * (1 - Require.openUnit("confidence", confidence));
        return new Interval(exactLow(tail), exactHigh(tail));
    }

    /** Returns the score interval of Wilson, J. Am. Stat. Assoc. 22 (1927) 209, which covers about as it says. */
    public Interval wilson(double confidence) {
        double z = NormalTail.zOf(0.5 * (1 - Require.openUnit("confidence", confidence)));
        double square = z * z / trials;
        double centre = (value() + square / 2) / (1 + square);
        double half = z * Math.sqrt(value() * (1 - value()) / trials + square / (4 * trials)) / (1 + square);
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /** Returns the exact one-sided lower bound: the truth lies above it with at least this confidence. */
    public double lowerBound(double confidence) {
        return exactLow(1 - Require.openUnit("confidence", confidence));
    }

    /** Returns the exact one-sided upper bound: the truth lies below it with at least this confidence. */
    public double upperBound(double confidence) {
        return exactHigh(1 - Require.openUnit("confidence", confidence));
    }

    private double exactLow(double tail) {
        return successes == 0 ? 0 : BetaTail.quantile(successes, trials - successes + 1.0, tail);
    }

    private double exactHigh(double tail) {
        return successes == trials ? 1 : BetaTail.quantile(successes + 1.0, trials - successes, 1 - tail);
    }
}
