package org.novum.disciplinetemplate;

import java.util.Optional;
import org.novum.statistics.distribution.BetaTail;
import org.novum.statistics.evidence.PValue;

/**
 * Welch's test of two means with unequal variances.
 *
 * <p>Source: B. L. Welch, Biometrika 34 (1947) 28; the tail of Student's distribution through the incomplete beta
 * function, Abramowitz and Stegun 26.7.1.
 *
 * @param difference first mean minus second mean
 * @param standardError of the difference
 * @param degreesOfFreedom after Welch and Satterthwaite
 */
record WelchTest(double difference, double standardError, double degreesOfFreedom) {
    /** Compares two samples; empty if one has fewer than two values or neither varies. */
    static Optional<WelchTest> of(Sample first, Sample second) {
        if (first.count() < 2 || second.count() < 2 || first.variance() + second.variance() == 0) {
            return Optional.empty();
        }
        double a = first.varianceOfMean();
        double b = second.varianceOfMean();
        double degrees = (a + b) * (a + b) / (a * a / (first.count() - 1) + b * b / (second.count() - 1));
        return Optional.of(new WelchTest(first.mean() - second.mean(), Math.sqrt(a + b), degrees));
    }

    /** Welch's t. */
    double statistic() {
        return difference / standardError;
    }

    /** One-sided p-value for a true difference of the direction's sign. */
    PValue pValue(Direction direction) {
        double t = direction.sign() * statistic();
        double upper = BetaTail.logCumulative(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + t * t));
        double logOfUpper = upper + StrictMath.log(0.5);
        return PValue.ofLog(t >= 0 ? logOfUpper : StrictMath.log1p(-StrictMath.exp(logOfUpper)));
    }

    /** Half the width of the symmetric confidence interval of the difference. */
    double halfWidth(double confidence) {
        double x = BetaTail.quantile(degreesOfFreedom / 2, 0.5, 1 - confidence);
        return standardError * Math.sqrt(degreesOfFreedom * (1 - x) / x);
    }

    /** Which mean is claimed to be larger. */
    enum Direction {
        /** The first. */
        FIRST_IS_LARGER(1),
        /** The second. */
        SECOND_IS_LARGER(-1);

        private final int sign;

        Direction(int sign) {
            this.sign = sign;
        }

        /** The direction that a difference points in. */
        static Direction of(double difference) {
            return difference >= 0 ? FIRST_IS_LARGER : SECOND_IS_LARGER;
        }

        /** Sign of the difference: +1 or -1. */
        int sign() {
            return sign;
        }
    }
}
