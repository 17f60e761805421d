package org.novum.statistics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Reference figures: mpmath 1.3 at 40 digits and closed forms. */
class DiscreteTailsTest {
    @Test
    void incompleteBetaFarBelowTheSmallestDouble() {
        double log10 = BetaTail.logCumulative(2000, 101, 1.0 / 3) / Math.log(10);
        assertThat(log10).isCloseTo(-798.62897896129693, within(1e-10));
    }

    @Test
    void incompleteBetaClosedForms() {
        // I_x(1, b) = 1 - (1-x)^b and I_x(a, 1) = x^a.
        assertThat(BetaTail.cumulative(1, 7, 0.2)).isCloseTo(1 - Math.pow(0.8, 7), within(1e-14));
        assertThat(BetaTail.cumulative(3, 1, 0.9)).isCloseTo(0.729, within(1e-14));
        assertThat(BetaTail.logCumulative(3, 1, 0.9)).isCloseTo(Math.log(0.729), within(1e-14));
        assertThat(BetaTail.quantile(3, 1, 0.729)).isCloseTo(0.9, within(1e-13));
        assertThat(BetaTail.cumulative(3, 4, 0)).isZero();
        assertThat(BetaTail.cumulative(3, 4, 1)).isEqualTo(1);
    }

    @Test
    void poissonTails() {
        assertThat(PoissonTail.logAtLeast(500, 10)).isCloseTo(-1470.0177508159989, within(1e-11));
        assertThat(PoissonTail.logAtLeast(5, 10)).isCloseTo(-0.029689079446520874, within(1e-14));
        assertThat(PoissonTail.atMost(0, 3)).isCloseTo(Math.exp(-3), within(1e-15));
        assertThat(PoissonTail.atMost(2, 0)).isEqualTo(1);
        assertThat(PoissonTail.atMost(-1, 2)).isZero();
    }

    @Test
    void harmonicNumbersJoinWithoutAStep() {
        assertThat(HarmonicNumbers.of(0)).isZero();
        assertThat(HarmonicNumbers.of(15)).isCloseTo(3.3182289932289932, within(1e-14));
        int seam = 1 << 14;
        assertThat(HarmonicNumbers.of(seam) - HarmonicNumbers.of(seam - 1)).isCloseTo(1.0 / seam, within(1e-12));
    }
}
