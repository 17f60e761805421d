package org.novum.journal;

import org.novum.api.ExitCode;

/**
 * One step of a run, before it runs.
 *
 * @param name unique within the run and the same in every resumption and replay of it
 * @param kind what may be done when it is interrupted
 * @param input digest of everything the output depends on; a resumption or replay with another input is an error
 */
public record Step(String name, StepKind kind, Digest input) {

    /** Refuses a blank name. */
    public Step {
        if (name.isBlank()) {
            throw new JournalException(ExitCode.SOFTWARE, "a step needs a name that is unique within its run");
        }
    }

    /** A step that computes its output from its input alone. */
    public static Step pure(String name, Digest input) {
        return new Step(name, StepKind.PURE, input);
    }

    /** A step that may be done twice without harm. */
    public static Step idempotent(String name, Digest input) {
        return new Step(name, StepKind.IDEMPOTENT, input);
    }

    /** A step that changes the outside each time it runs. */
    public static Step unsafe(String name, Digest input) {
        return new Step(name, StepKind.UNSAFE, input);
    }
}
