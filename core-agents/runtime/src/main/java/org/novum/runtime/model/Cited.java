package org.novum.runtime.model;

import java.util.List;

/**
 * What a proposal cites of the literature.
 *
 * @param keys of passages that were shown
 * @param dropped what it cites beside them, as it may be shown struck out
 */
public record Cited(List<String> keys, List<String> dropped) {
    /** Nothing. */
    public static final Cited NOTHING = new Cited(List.of(), List.of());

    /** Copies the lists. */
    public Cited {
        keys = List.copyOf(keys);
        dropped = List.copyOf(dropped);
    }

    /** Recognises what is not written, so that proposals of studies without literature stay what they were. */
    static final class Unwritten {
        @Override
        public boolean equals(Object other) {
            return NOTHING.equals(other);
        }

        @Override
        public int hashCode() {
            return NOTHING.hashCode();
        }
    }
}
