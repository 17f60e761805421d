package org.novum.statistics.significance;

import org.apache.commons.math3.special.Gamma;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.internal.Require;

/**
 * Mean number of up-crossings of a reference level by a scanned test statistic, counted on one or many scans.
 *
 * @param level the reference level c0 of q0
 * @param crossings up-crossings counted in all scans together
 * @param scans number of scans they were counted on
 */
public record Upcrossings(double level, long crossings, int scans) {
    /** Checks the domain. */
    public Upcrossings {
        Require.nonNegative("reference level", level);
        Require.atLeast("number of scans", scans, 1);
        Require.nonNegative("crossings", crossings);
    }

    /**
     * Counts on the observed scan itself, which costs no toys.
     *
     * <p>A real signal adds about one crossing, which makes the global p-value conservative.
     *
     * @param scan q0 at rising values of the scanned parameter, spaced finer than the resolution
     * @param level reference level, low enough for many crossings (0.25 to 1 is usual)
     */
    public static Upcrossings ofObserved(double[] scan, double level) {
        return new Upcrossings(level, count(scan, level), 1);
    }

    /** Counts on background-only toy scans. */
    public static Upcrossings ofToys(double[][] scans, double level) {
        long crossings = 0;
        for (double[] scan : scans) {
            crossings += count(scan, level);
        }
        return new Upcrossings(level, crossings, scans.length);
    }

    /** Counts the steps from at or below {@code level} to above it. */
    public static int count(double[] scan, double level) {
        int crossings = 0;
        for (int i = 0; i < scan.length; i++) {
            if (Double.isNaN(scan[i])) {
                throw new StatisticsException("scan point " + i + " is NaN; repair or drop the failed fit first");
            }
            if (i > 0 && scan[i - 1] <= level && scan[i] > level) {
                crossings++;
            }
        }
        return crossings;
    }

    /** Returns the mean per scan. */
    public double mean() {
        return (double) crossings / scans;
    }

    /** Returns the Poisson standard error of the mean. */
    public double standardError() {
        return Math.sqrt(crossings) / scans;
    }

    /**
     * Returns the upper Poisson limit on the mean (Garwood 1936) at the given confidence, for scans with few or no
     * crossings, where the mean alone would understate the trial factor.
     */
    public double upperBound(double confidence) {
        double miss = 1 - Require.openUnit("confidence", confidence);
        double low = 0;
        double high = crossings + 10 * Math.sqrt(crossings + 1.0) - 10 * StrictMath.log(miss) + 10;
        for (int step = 0; step < 200; step++) {
            double middle = 0.5 * (low + high);
            if (Gamma.regularizedGammaQ(crossings + 1.0, middle) > miss) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high / scans;
    }
}
