package org.novum.spaceweather;

/**
 * Something odd in a feed.
 *
 * @param kind what kind of thing
 * @param place feed and row
 * @param what it is, for people
 */
public record Irregularity(Kind kind, String place, String what) {
    /** Kinds of what feeds do. */
    public enum Kind {
        /** A value that is needed is null, absent or empty; the row is set aside. */
        MISSING,
        /** A value is stated as unknown ("Unk", "MISSING"); the row is set aside. */
        UNKNOWN,
        /** A value cannot be read, or cannot be; the row is set aside. */
        DAMAGED,
        /** The row is from after the time of asking; it is set aside. */
        FUTURE,
        /** The same thing stands there twice; the second is set aside. */
        DUPLICATE,
        /** Times that should be there are not. */
        GAP,
        /** Arrived after newer ones had; it is used from now on. */
        LATE,
        /** Stands otherwise than at an earlier poll; the new value is used. */
        REVISED,
        /** A flare that has no end yet; it is no history yet. */
        UNDER_WAY,
        /** Of a kind that no forecast uses: plages without spots, other events, other sources, poor images. */
        UNUSED,
        /** A whole feed could not be had. */
        UNAVAILABLE
    }
}
