package org.novum.archives;

/** What became of a file whose digest was recorded when it first arrived. */
public enum Kept {
    /** Its bytes are those that came first. */
    OK,
    /** Its bytes are others, or its record is damaged. */
    CHANGED,
    /** It is in a mirror, or was deleted; its record remains. */
    ABSENT
}
