package org.novum.journal;

/** Is told of every boundary a step crosses; fault tests halt the process there. */
@FunctionalInterface
public interface BoundaryListener {

    /** Does nothing. */
    BoundaryListener NONE = (boundary, subject) -> {};

    /**
     * A boundary was reached.
     *
     * @param subject the step's name; for publication, the sequence number of the event
     */
    void reached(Boundary boundary, String subject);

    /** The boundaries, in the order in which a step crosses them. */
    enum Boundary {
        /** Nothing of the step is recorded yet. */
        BEFORE_INTENT,
        /** The intent is committed. */
        AFTER_INTENT,
        /** The work has run; its output is in memory only. */
        AFTER_RUN,
        /** The output is in the blob store. */
        AFTER_BLOB,
        /** The transaction of result and events is about to be committed. */
        BEFORE_RESULT_COMMIT,
        /** It is committed. */
        AFTER_RESULT_COMMIT,
        /** An event is about to be given to the listener. */
        BEFORE_PUBLISH,
        /** The listener has it; the mark is not committed yet. */
        AFTER_PUBLISH
    }
}
