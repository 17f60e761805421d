package org.novum.statistics.evidence;

import org.novum.statistics.internal.Require;

/**
 * A calibrator turns a p-value into an e-value: a falling function of p whose integral over [0, 1] is 1 (Vovk and Wang
 * 2021, proposition 2.1).
 */
public sealed interface Calibrator {
    /** Returns the e-value of a p-value. */
    EValue calibrate(PValue p);

    /**
     * The family e = kappa p^(kappa-1), strongest for p near exp(-1/kappa).
     *
     * @param kappa exponent in (0, 1)
     */
    record Power(double kappa) implements Calibrator {
        /** Checks the exponent. */
        public Power {
            Require.openUnit("kappa", kappa);
        }

        @Override
        public EValue calibrate(PValue p) {
            return new EValue(StrictMath.log10(kappa) + (kappa - 1) * p.log10());
        }
    }

    /**
     * The average of the power family over kappa, e = (1 - p + p ln p) / (p ln² p): no exponent to choose, and for
     * small p only a factor ln² p below 1/p.
     */
    record Mixture() implements Calibrator {
        @Override
        public EValue calibrate(PValue p) {
            if (p.isZero()) {
                return new EValue(Double.POSITIVE_INFINITY);
            }
            double logarithm = p.log10() * PValue.LN_10;
            if (logarithm > -0.5) {
                return EValue.of(nearOne(logarithm));
            }
            double value = p.value();
            double numerator = 1 - value + value * logarithm;
            return EValue.ofLog(StrictMath.log(numerator) - logarithm - 2 * StrictMath.log(-logarithm));
        }

        /** Around p = 1 the closed form is 0/0; with L = ln p it is the series of (exp(-L) - 1 + L) / L². */
        private static double nearOne(double logarithm) {
            double term = 0.5;
            double sum = 0;
            for (int k = 3; Math.abs(term) > 1e-18; k++) {
                sum += term;
                term *= -logarithm / k;
            }
            return sum;
        }
    }
}
