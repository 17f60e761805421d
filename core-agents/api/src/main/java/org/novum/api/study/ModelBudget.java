package org.novum.api.study;

/**
 * What the models of a run may spend together; checked before each call against the worst that the call can cost.
 *
 * @param tokens sent and received
 * @param money in the currency of the models' prices
 * @param calls of models
 * @param seconds that calls take; no call begins once they are spent
 * @param proposals that one model may make in a round
 */
public record ModelBudget(long tokens, double money, int calls, double seconds, int proposals) {
    /** Enough for a study of some rounds. */
    public static final ModelBudget USUAL = new ModelBudget(500_000, 10, 50, 1800, 200);

    /** Checks the numbers. */
    public ModelBudget {
        if (tokens < 0 || !(money >= 0) || calls < 0 || !(seconds >= 0) || proposals < 0) {
            throw new IllegalArgumentException(
                    "budget.model has tokens, money, calls, seconds and proposals, each a number from 0 up");
        }
    }
}
