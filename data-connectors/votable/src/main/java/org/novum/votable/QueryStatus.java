package org.novum.votable;

/** How a service of the Virtual Observatory says that it answered (DALI 1.1, section 4.4). */
public sealed interface QueryStatus {
    /** Completely, or the document is no answer of a service. */
    record Complete() implements QueryStatus {}

    /** With fewer rows than there are, because of a limit. */
    record Overflow() implements QueryStatus {}

    /**
     * With an error.
     *
     * @param message of the service, one line
     */
    record Error(String message) implements QueryStatus {}
}
