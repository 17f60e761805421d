package org.novum.api.study;

/**
 * What a study may spend.
 *
 * @param errorRate the false discovery rate that the experiment's ledger promises, in (0, 1)
 * @param share of what is left of that rate that each registration of this study pays, in (0, 1]; a study whose whole
 *     family is known in advance pays 1, one that comes in rounds pays less
 * @param rounds of hypotheses at most
 */
public record Budget(double errorRate, double share, int rounds) {
    /** An experiment's usual promise: a false discovery rate of 5 %, half of what is left to each registration. */
    public static final Budget USUAL = new Budget(0.05, 0.5, 3);

    /** Checks the numbers. */
    public Budget {
        if (!(errorRate > 0 && errorRate < 1) || !(share > 0 && share <= 1) || rounds < 1) {
            throw new IllegalArgumentException(
                    "a budget needs an error rate in (0, 1), a share in (0, 1] and at least one round");
        }
    }
}
