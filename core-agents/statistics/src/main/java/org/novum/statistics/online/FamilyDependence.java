package org.novum.statistics.online;

/** What is assumed of the p-values of families that arrive one after the other. */
public enum FamilyDependence {
    /**
     * Given the past, the p-values of a family are valid and positively regression dependent on its nulls (or
     * independent); or the whole stream is positively regression dependent on its nulls and its plan is fixed.
     */
    POSITIVE,
    /** Given the past, the p-values of a family are valid; within the family they depend as they like. */
    ARBITRARY_WITHIN_FAMILY,
    /** Nothing is assumed, also between families (say, tests that share events); family sizes are fixed in advance. */
    ARBITRARY
}
