package org.novum.models;

/**
 * What a model is, without any secret: it stands in journals and bundles.
 *
 * @param name under which the study knows it
 * @param provider that serves it
 * @param model as the provider calls it
 * @param prices of its tokens
 */
public record ModelCard(String name, String provider, String model, Prices prices) {
    /**
     * Prices per million tokens, in the currency that the study's budget is kept in.
     *
     * @param input of what is sent
     * @param output of what comes back
     */
    public record Prices(double input, double output) {
        /** Costs nothing: a model of one's own. */
        public static final Prices FREE = new Prices(0, 0);

        /** Refuses negative prices. */
        public Prices {
            if (!(input >= 0) || !(output >= 0)) {
                throw new IllegalArgumentException("a price per million tokens is a number from 0 up");
            }
        }

        /** What these tokens cost. */
        public double of(Usage usage) {
            return (input * usage.inputTokens() + output * usage.outputTokens()) / 1e6;
        }
    }
}
