package org.novum.statistics.internal;

import org.novum.statistics.StatisticsException;

/** Argument checks that name the argument, its value and the accepted range. */
public final class Require {
    private Require() {}

    /** Returns {@code value} when it lies in [0, 1]. */
    public static double probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new StatisticsException(name + " is " + value + "; give a probability between 0 and 1");
        }
        return value;
    }

    /** Returns {@code value} when it lies in the open interval (0, 1). */
    public static double openUnit(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new StatisticsException(name + " is " + value + "; give a number above 0 and below 1");
        }
        return value;
    }

    /** Returns {@code value} when it is finite and above 0. */
    public static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new StatisticsException(name + " is " + value + "; give a finite number above 0");
        }
        return value;
    }

    /** Returns {@code value} when it is finite and not below 0. */
    public static double nonNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new StatisticsException(name + " is " + value + "; give a finite number not below 0");
        }
        return value;
    }

    /** Returns {@code value} when it is neither NaN nor infinite. */
    public static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new StatisticsException(name + " is " + value + "; give a finite number");
        }
        return value;
    }

    /** Returns {@code value} when it is at least {@code minimum}. */
    public static int atLeast(String name, int value, int minimum) {
        if (value < minimum) {
            throw new StatisticsException(name + " is " + value + "; give at least " + minimum);
        }
        return value;
    }
}
