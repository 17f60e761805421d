package org.novum.statistics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.evidence.PValue;

class SignificanceTest {
    /** Reference figures: mpmath at 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "10, 1, 5.7230844831754976",
        "5, 100, 0.49591781131627108",
        "0.001, 1000, 3.1622771331223222e-5",
        "100, 0.1, 34.396696161388919",
        "0, 3, 0"
    })
    void asimovOfKnownBackground(double signal, double background, double expected) {
        assertThat(Discovery.asimov(signal, background)).isCloseTo(expected, within(1e-13 * Math.max(1e-4, expected)));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10, 3, 1.8969064768334074",
        "50, 100, 20, 1.968311361300541",
        "5, 1, 0.5, 2.7637239405443073",
        "10, 10, 1e-6, 2.7795480248408755"
    })
    void asimovOfUncertainBackground(double signal, double background, double error, double expected) {
        assertThat(Discovery.asimov(signal, background, error)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void asimovIsTheLiMaSignificanceOfExpectedCounts() {
        OnOff expected = OnOff.ofBackground(60, 50, 7);
        assertThat(expected.profileSignificance()).isCloseTo(Discovery.asimov(10, 50, 7), within(1e-12));
        assertThat(OnOff.ofBackground(40, 50, 7).profileSignificance()).isNegative();
    }

    @Test
    void qZeroOfDeficitIsZero() {
        assertThat(Discovery.q0(-100, -90, -0.2)).isZero();
        assertThat(Discovery.q0(-100, -87.5, 0.2)).isEqualTo(25);
        assertThat(Discovery.localPValue(25).value()).isCloseTo(2.866515718791933e-7, withinPercentage(1e-10));
        assertThat(Discovery.localPValue(0).value()).isCloseTo(0.5, within(1e-15));
        assertThatThrownBy(() -> Discovery.q0(Double.NaN, 0, 1)).isInstanceOf(StatisticsException.class);
    }

    /** The ten data sets of table 1 of Cousins, Linnemann, Tucker; figures recomputed with scipy 1.17. */
    @ParameterizedTest
    @CsvSource({
        "4, 5, 5, 1.6643476037266853, 1.947301451499527",
        "6, 18.78, 14.44, 2.630047117580567, 2.815298452859319",
        "9, 17.83, 4.69, 1.8170750460878944, 1.9888934319457996",
        "17, 40.11, 10.56, 4.4582479005920295, 4.574798245820809",
        "50, 55, 2, 2.933236440175365, 3.0231884069663195",
        "67, 15, 0.5, 2.894273732631667, 3.042869308178641",
        "200, 10, 0.1, 2.2008845446704415, 2.3823230166071343",
        "523, 2327, 5.99, 5.932504097957103, 5.951507572311461",
        "498426, 493434, 1, 5.011448383822572, 5.012452906258436",
        "2119449, 23650096, 11.21, 6.404492538691706, 6.40475123849311"
    })
    void binomialAndProfileSignificance(double on, double off, double ratio, double binomial, double profile) {
        OnOff counts = new OnOff(on, off, ratio);
        assertThat(counts.binomialSignificance()).isCloseTo(binomial, within(1e-6));
        assertThat(counts.profileSignificance()).isCloseTo(profile, within(1e-7));
    }

    @Test
    void binomialSignificanceBeyondUnderflow() {
        assertThat(new OnOff(2000, 100, 2).binomialPValue().log10()).isCloseTo(-798.62897896129693, within(1e-9));
        assertThat(new OnOff(0, 3, 1).binomialPValue().value()).isEqualTo(1);
    }

    @Test
    void campaignOfIndependentSearches() {
        assertThat(new Campaign(20).pValue(PValue.of(0.05)).value()).isCloseTo(1 - Math.pow(0.95, 20), within(1e-14));
        assertThat(new Campaign(400).pValue(PValue.ofLog10(-400)).log10())
                .isCloseTo(-400 + Math.log10(400), within(1e-12));
        assertThat(new Campaign(400).pValue(PValue.of(1e-20)).value()).isCloseTo(4e-18, withinPercentage(1e-10));
        assertThat(new Campaign(1).pValue(PValue.of(0.3)).value()).isCloseTo(0.3, within(1e-15));
        assertThat(new Campaign(7).pValue(PValue.of(1)).value()).isEqualTo(1);
    }
}
