package org.novum.journal;

/** How a step ended. */
public sealed interface StepOutcome {

    /**
     * The step has a result.
     *
     * @param digest name of the output in the blob store
     * @param output the bytes
     * @param origin where they came from
     */
    record Completed(Digest digest, byte[] output, Origin origin) implements StepOutcome {}

    /**
     * The step was interrupted and nobody could tell whether it took effect; it has no result.
     *
     * @param step the step
     * @param reason what the resolver said
     */
    record InDoubt(Step step, String reason) implements StepOutcome {}

    /** Where the output of a completed step came from. */
    enum Origin {
        /** The work ran now. */
        EXECUTED,
        /** The journal had the result already. */
        RECORDED,
        /** The work had been interrupted, and the resolver found that it took effect. */
        RESOLVED
    }
}
