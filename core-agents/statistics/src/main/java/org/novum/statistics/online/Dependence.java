package org.novum.statistics.online;

/** What is assumed of the dependence between p-values, from the strongest assumption to none. */
public enum Dependence {
    /** Null p-values are independent of each other and of the rest, or positively regression dependent on the nulls. */
    POSITIVE,
    /** Nothing is assumed; thresholds are divided by a harmonic number. */
    ARBITRARY
}
