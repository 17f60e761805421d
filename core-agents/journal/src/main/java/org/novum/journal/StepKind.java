package org.novum.journal;

/** What may be done with a step that was interrupted. */
public enum StepKind {
    /** Computes its output from its input alone; may be run again, and replay does run it again. */
    PURE,
    /** Touches the outside, but doing it twice is the same as doing it once; may be run again on resume. */
    IDEMPOTENT,
    /** Changes the outside each time it runs; an interrupted one is in doubt until somebody looks. */
    UNSAFE
}
