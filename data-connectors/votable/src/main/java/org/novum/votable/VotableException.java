package org.novum.votable;

import org.novum.files.Guard;

/** A document that cannot be read; its message is one line that says why. */
final class VotableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    VotableException(String problem) {
        super(problem);
    }

    VotableException(String problem, Throwable cause) {
        super(problem, cause);
    }

    /**
     * What the library below found.
     *
     * @param problem in general
     * @param cause which is given back if it is such an exception itself
     */
    static VotableException of(String problem, Throwable cause) {
        return switch (cause) {
            case VotableException known -> known;
            case OutOfMemoryError _, StackOverflowError _ -> new VotableException("damaged: " + Guard.reason(cause), cause);
            default -> new VotableException(problem, cause);
        };
    }
}
