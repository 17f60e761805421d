package org.novum.statistics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.statistics.StatisticsException;

/** Reference figures: mpmath 1.3 at 40 digits, scipy 1.17 where named. */
class NormalTailTest {
    @ParameterizedTest
    @CsvSource({
        "3.5, -8.366065308344092935",
        "10, -53.231285150512470578",
        "40, -804.60844201375378817",
        "100, -5005.5242086942050886",
        "0, -0.6931471805599453",
        "0.5, -1.1759117615936188",
        "-1, -0.1727537790234499",
        "-10, -7.619853024160526e-24"
    })
    void logarithmOfTailAgreesWithArbitraryPrecision(double z, double expected) {
        assertThat(NormalTail.logSurvival(z)).isCloseTo(expected, within(4e-15 * Math.abs(expected)));
    }

    @ParameterizedTest
    @CsvSource({
        "2.9, 0.0018658133003840375",
        "3, 0.0013498980316300933",
        "3.1, 0.0009676032132183563",
        "5, 2.866515718791939e-07",
        "20, 2.7536241186062337e-89",
        "-1, 0.8413447460685429"
    })
    void tailAgreesWithReference(double z, double expected) {
        assertThat(NormalTail.survival(z)).isCloseTo(expected, withinPercentage(5e-12));
    }

    @ParameterizedTest
    @CsvSource({"-300, 37.047096299361199237", "-400, 42.810227206611341073", "-100000, 678.60308033829059292"})
    void significanceOfUnderflowingProbabilities(double log10p, double expected) {
        assertThat(NormalTail.zOfLog(log10p * Math.log(10))).isCloseTo(expected, within(1e-13 * expected));
    }

    @Test
    void inverseReturnsEveryZ() {
        for (double z = -8; z < 200; z += 0.37) {
            double tolerance = z < -5 ? 1e-3 : 1e-12 * Math.max(1, Math.abs(z));
            assertThat(NormalTail.zOfLog(NormalTail.logSurvival(z))).isCloseTo(z, within(tolerance));
        }
        assertThat(NormalTail.zOf(1e-300)).isCloseTo(37.0470962993612, within(1e-12));
        assertThat(NormalTail.zOf(0.999)).isCloseTo(-3.090232306167813, within(1e-13));
        assertThat(NormalTail.zOf(0.5)).isCloseTo(0, within(1e-15));
        assertThat(NormalTail.zOf(0)).isInfinite();
        assertThat(NormalTail.zOf(1)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void rationalQuantileAgreesWithTheTail() {
        for (double z = -5; z < 37.5; z += 0.13) {
            assertThat(NormalTail.zOf(NormalTail.survival(z)))
                    .isCloseTo(z, within(z < 0 ? 1e-9 : 2e-14 * Math.max(1, z)));
        }
        assertThat(NormalTail.zOf(Double.MIN_VALUE)).isCloseTo(38.46740561714434, within(1e-11));
    }

    @Test
    void tailFallsAcrossTheSeamOfTheTwoFormulas() {
        assertThat(NormalTail.survival(Math.nextDown(3.0))).isCloseTo(NormalTail.survival(3), withinPercentage(1e-12));
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> NormalTail.zOf(1.5)).isInstanceOf(StatisticsException.class).hasMessageContaining("1.5");
        assertThatThrownBy(() -> NormalTail.zOfLog(0.1)).isInstanceOf(StatisticsException.class);
        assertThatThrownBy(() -> NormalTail.survival(Double.NaN)).isInstanceOf(StatisticsException.class);
    }

    @org.junit.jupiter.api.Test
    void decimalLogarithmsReachFarOut() {
        assertThat(NormalTail.log10Survival(5)).isCloseTo(Math.log10(2.866515718791939e-7), within(1e-12));
        assertThat(NormalTail.log10Survival(10)).isCloseTo(Math.log10(7.619853024160527e-24), within(1e-12));
        assertThat(NormalTail.zOfLog10(NormalTail.log10Survival(40))).isCloseTo(40, within(1e-12));
        assertThat(NormalTail.zOfLog10(Math.log10(0.9))).isCloseTo(-1.2815515655446004, within(1e-12));
    }
}
