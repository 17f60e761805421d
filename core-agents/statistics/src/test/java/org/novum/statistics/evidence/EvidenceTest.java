package org.novum.statistics.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.statistics.StatisticsException;

class EvidenceTest {
    @Test
    void pValueKeepsSignificanceBeyondUnderflow() {
        PValue forty = PValue.ofZ(40);
        assertThat(forty.value()).isZero();
        assertThat(forty.isZero()).isFalse();
        assertThat(forty.log10()).isCloseTo(-349.43700645934584, within(1e-11));
        assertThat(forty.z()).isCloseTo(40, within(1e-12));
        assertThat(PValue.of(2.866515718791933e-7).z()).isCloseTo(5, within(1e-12));
        assertThat(PValue.ofLog(-804.60844201375378817).z()).isCloseTo(40, within(1e-12));
    }

    @Test
    void comparesBelowTheSmallestDouble() {
        PValue tiny = PValue.ofLog10(-400);
        assertThat(tiny.atMost(1e-12)).isTrue();
        assertThat(tiny.atMost(0)).isFalse();
        assertThat(PValue.of(0).atMost(0)).isTrue();
        assertThat(PValue.ofLog10(-401)).isLessThan(tiny);
        assertThat(PValue.of(0.05).atMost(0.05)).isTrue();
        assertThat(PValues.ofLog10(-400, -402, -401, -0.1).ascending()).containsExactly(1, 2, 0, 3);
    }

    @Test
    void refusesInconsistentScales() {
        assertThatThrownBy(() -> new PValue(0.01, -3)).isInstanceOf(StatisticsException.class);
        assertThatThrownBy(() -> new PValue(0, -3)).isInstanceOf(StatisticsException.class);
        assertThatThrownBy(() -> PValue.of(Double.NaN)).isInstanceOf(StatisticsException.class);
        assertThatThrownBy(() -> PValues.of(0.1, 1.2)).hasMessageContaining("p-value 1");
    }

    /** Reference figures: mpmath at 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "0.9, 0.51803254121540498, 0.52704627669472989",
        "0.3, 0.7791108474285052, 0.91287092917527686",
        "0.01, 4.4509922600858188, 5",
        "1e-20, 47152924252903482, 5000000000"
    })
    void calibratorsAgreeWithArbitraryPrecision(double p, double mixture, double power) {
        assertThat(new Calibrator.Mixture().calibrate(PValue.of(p)).value())
                .isCloseTo(mixture, withinPercentage(1e-10));
        assertThat(new Calibrator.Power(0.5).calibrate(PValue.of(p)).value())
                .isCloseTo(power, withinPercentage(1e-10));
    }

    @Test
    void calibratorsIntegrateToOne() {
        for (Calibrator calibrator : List.of(new Calibrator.Mixture(), new Calibrator.Power(0.4))) {
            // Substituting p = exp(-x) turns the singularity at 0 into a falling tail; midpoint rule on x.
            double integral = 0;
            double step = 0.002;
            double end = 80;
            for (double x = step / 2; x < end; x += step) {
                integral += calibrator.calibrate(PValue.ofLog(-x)).value() * Math.exp(-x) * step;
            }
            // The mixture's tail beyond x is 1/x: the integral of (x - 1)/x² against dx is about 1/x - …
            double missing = calibrator instanceof Calibrator.Mixture ? 1 / end : 0;
            assertThat(integral + missing).isCloseTo(1, within(2e-4));
        }
    }

    @Test
    void mixtureKeepsDeepPValues() {
        // e is close to 1/(p ln² p): log10 e = 400 - 2 log10(400 ln 10) + log10(1 - p + p ln p).
        double expected = 400 - 2 * Math.log10(400 * Math.log(10));
        assertThat(new Calibrator.Mixture().calibrate(PValue.ofLog10(-400)).log10()).isCloseTo(expected, within(1e-10));
        assertThat(new Calibrator.Mixture().calibrate(PValue.of(1)).value()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void mergingDoesNotOverflow() {
        EValues huge = new EValues(List.of(new EValue(400), new EValue(400), EValue.of(0), EValue.of(0)));
        assertThat(huge.average().log10()).isCloseTo(400 - Math.log10(2), within(1e-12));
        assertThat(new EValues(List.of(EValue.of(1), EValue.of(4), EValue.of(7))).average().value())
                .isCloseTo(4, within(1e-13));
        assertThat(new EValues(List.of(EValue.of(2), EValue.of(10))).product().value()).isCloseTo(20, within(1e-12));
        assertThat(huge.product().value()).isZero();
        assertThat(EValue.of(20).toPValue().value()).isCloseTo(0.05, within(1e-15));
        assertThat(EValue.of(0.5).toPValue().value()).isEqualTo(1);
        assertThat(new EValues(List.of(EValue.of(1), EValue.of(9), EValue.of(1))).descending())
                .containsExactly(1, 0, 2);
        assertThatThrownBy(() -> new EValues(List.of()).average()).isInstanceOf(StatisticsException.class);
    }
}
