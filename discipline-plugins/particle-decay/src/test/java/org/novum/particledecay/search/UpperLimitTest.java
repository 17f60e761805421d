package org.novum.particledecay.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpperLimitTest {
    /** Figures of the formula y + s isf(0.05 cdf(y / s)) from scipy.stats.norm; the first is the familiar 1.96. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1.9599639845400545",
        "-1, 1, 1.4119943957872017",
        "3, 1, 4.645508407969244",
        "1.5, 2, 5.032698607027717",
        "-4, 1, 0.659672803054395",
        "100, 10, 116.44853626951473",
    })
    void agreesWithAnIndependentCalculation(double yield, double error, double limit) {
        assertThat(UpperLimit.cls95(yield, error)).isCloseTo(limit, within(1e-7 * limit));
    }

    /** What defines the limit: CLs is 5 % there. */
    @ParameterizedTest
    @CsvSource({"0, 1", "-2, 1", "4, 2", "12, 30"})
    void leavesFivePercent(double yield, double error) {
        double limit = UpperLimit.cls95(yield, error);
        double signalAndBackground = upper((limit - yield) / error);
        double backgroundAlone = 1 - upper(yield / error);
        assertThat(signalAndBackground / backgroundAlone).isCloseTo(0.05, within(1e-6));
    }

    private static double upper(double z) {
        return 0.5 * org.apache.commons.math3.special.Erf.erfc(z / Math.sqrt(2));
    }

    @Test
    void withoutAnErrorTheYieldItselfLimits() {
        assertThat(UpperLimit.cls95(-3, 0)).isZero();
        assertThat(UpperLimit.cls95(3, 0)).isEqualTo(3);
    }
}
