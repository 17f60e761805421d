package org.novum.statistics.online;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.internal.Require;

/** A sequence gamma_1, gamma_2, … of shares of an error budget: not below 0, of sum at most 1. */
public sealed interface SpendingSequence {
    /** Returns gamma of an index that starts at 1. */
    double share(int index);

    /** The default sequences of the literature, with the rounded constants of R onlineFDR, so that levels agree. */
    enum Standard implements SpendingSequence {
        /**
         * 0.07720838 ln(max(j, 2)) / (j exp(sqrt(ln j))), default of LORD and LOND (Javanmard and Montanari, Annals of
         * Statistics 46 (2018) 526, equation 31).
         */
        JAVANMARD_MONTANARI(j -> {
            double logarithm = StrictMath.log(j);
            return 0.07720838 * StrictMath.log(Math.max(j, 2)) / (j * StrictMath.exp(Math.sqrt(logarithm)));
        }),
        /** 0.4374901658 j^-1.6, default of SAFFRON and ADDIS. */
        POWER(j -> 0.4374901658 / StrictMath.pow(j, 1.6)),
        /**
         * 0.139307 / (j ln³ max(j, 2)), default of LORD for dependent p-values (same article, example 3.8), which needs
         * the sum of xi_j (1 + ln j) to be at most 1.
         */
        LOG_CUBED(j -> {
            double logarithm = StrictMath.log(Math.max(j, 2));
            return 0.139307 / (j * logarithm * logarithm * logarithm);
        });

        private static final int TABULATED = 4096;
        private final IntToDoubleFunction formula;
        private final double[] table = new double[TABULATED];

        Standard(IntToDoubleFunction formula) {
            this.formula = formula;
            for (int j = 1; j <= TABULATED; j++) {
                table[j - 1] = formula.applyAsDouble(j);
            }
        }

        @Override
        public double share(int index) {
            Require.atLeast("index", index, 1);
            return index <= TABULATED ? table[index - 1] : formula.applyAsDouble(index);
        }
    }

    /**
     * A sequence given by its first members; 0 beyond them.
     *
     * @param shares the members, not below 0 and of sum at most 1
     */
    record Listed(List<Double> shares) implements SpendingSequence {
        private static final double ROUNDING = 1e-12;

        /** Checks members and sum. */
        public Listed {
            shares = List.copyOf(shares);
            double sum = 0;
            for (double share : shares) {
                sum += Require.nonNegative("spending share", share);
            }
            if (sum > 1 + ROUNDING) {
                throw new StatisticsException("spending shares sum to " + sum + "; an error budget is spent once, sum 1");
            }
        }

        @Override
        public double share(int index) {
            Require.atLeast("index", index, 1);
            return index <= shares.size() ? shares.get(index - 1) : 0;
        }
    }
}
