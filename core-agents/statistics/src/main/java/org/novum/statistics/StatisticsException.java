package org.novum.statistics;

/** Thrown when an argument lies outside the domain of a statistical formula, or an iteration cannot finish. */
public final class StatisticsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what was wrong, with its value, and what would be accepted */
    public StatisticsException(String message) {
        super(message);
    }
}
