package org.novum.api.study;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Servers of the Model Context Protocol whose tools a study may call, and what may be spent on them.
 *
 * @param servers by name
 * @param budget of all of them together
 */
public record ForeignTools(SortedMap<String, ForeignServer> servers, Budget budget) {
    /** No foreign tools. */
    public static final ForeignTools NONE = new ForeignTools(new TreeMap<>(), Budget.USUAL);

    /** Copies the servers. */
    public ForeignTools {
        servers = Collections.unmodifiableSortedMap(new TreeMap<>(servers));
    }

    /**
     * What calls of foreign tools may take in a run; checked before each call.
     *
     * @param calls that are made
     * @param seconds that they take; none begins once they are spent
     */
    public record Budget(int calls, double seconds) {
        /** Enough for a study of some rounds. */
        public static final Budget USUAL = new Budget(50, 600);

        /** Checks the numbers. */
        public Budget {
            if (calls < 0 || !(seconds >= 0)) {
                throw new IllegalArgumentException("budget.tools has calls and seconds, each a number from 0 up");
            }
        }
    }

    /** Recognises tools that are not written into a study, so that a study without foreign tools stays what it was. */
    public static final class Unwritten {
        @Override
        public boolean equals(Object other) {
            return NONE.equals(other);
        }

        @Override
        public int hashCode() {
            return NONE.hashCode();
        }
    }
}
