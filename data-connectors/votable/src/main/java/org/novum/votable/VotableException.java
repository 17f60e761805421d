package org.novum.votable;

/** A document that cannot be read; its message is one line that says why. */
final class VotableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    VotableException(String problem) {
        super(problem);
    }

    VotableException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
