package org.novum.models;

/**
 * Tokens of a call as the provider counts them.
 *
 * @param inputTokens sent
 * @param outputTokens received
 */
public record Usage(long inputTokens, long outputTokens) {
    /** Nothing was used. */
    public static final Usage NONE = new Usage(0, 0);

    /** Refuses negative counts, which would give back what other calls have spent. */
    public Usage {
        if (inputTokens < 0 || outputTokens < 0) {
            throw new IllegalArgumentException("a count of tokens is a number from 0 up");
        }
    }

    /** Both kinds together. */
    public long total() {
        return inputTokens + outputTokens;
    }

    /** The sum of two calls. */
    public Usage plus(Usage other) {
        return new Usage(inputTokens + other.inputTokens, outputTokens + other.outputTokens);
    }
}
