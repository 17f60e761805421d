package org.novum.runtime.model;

import org.novum.models.ModelCard;
import org.novum.models.Usage;

/**
 * What calls of models cost.
 *
 * @param inputTokens sent
 * @param outputTokens received
 * @param money in the currency of the prices
 * @param calls asked
 * @param milliseconds they took
 */
record Spending(long inputTokens, long outputTokens, double money, int calls, long milliseconds) {
    static final Spending NONE = new Spending(0, 0, 0, 0, 0);

    /** What these tokens cost. */
    static Spending of(Usage usage, ModelCard card) {
        return new Spending(usage.inputTokens(), usage.outputTokens(), card.prices().of(usage), 0, 0);
    }

    Spending plus(Spending other) {
        return new Spending(
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                money + other.money,
                calls + other.calls,
                milliseconds + other.milliseconds);
    }

    Spending times(int count) {
        return new Spending(inputTokens * count, outputTokens * count, money * count, calls * count, milliseconds * count);
    }

    /** The same as one call that took this long. */
    Spending asCall(long duration) {
        return new Spending(inputTokens, outputTokens, money, calls + 1, milliseconds + duration);
    }

    /** The same and this long. */
    Spending lasting(double seconds) {
        return new Spending(inputTokens, outputTokens, money, calls, milliseconds + Math.round(1000 * seconds));
    }

    long tokens() {
        return inputTokens + outputTokens;
    }

    double seconds() {
        return milliseconds / 1000.0;
    }
}
