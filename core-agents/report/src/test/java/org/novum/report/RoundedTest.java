package org.novum.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.data.Quantity;
import org.novum.api.data.Unit;

/** The first two cases are the examples of the Review of Particle Physics, Introduction, section 5.3. */
class RoundedTest {
    @ParameterizedTest
    @CsvSource({
        "0.827, 0.119, 1, 0.83 ± 0.12",
        "0.827, 0.367, 1, 0.8 ± 0.4",
        "0.827, 0.119367, 1, 0.83 ± 0.12",
        "12.345, 0.0354, 1, 12.345 ± 0.035",
        "12.346, 0.0356, 1, 12.35 ± 0.04",
        "12.345, 0.949, 1, 12.3 ± 0.9",
        "12.345, 0.951, 1, 12.3 ± 1.0",
        "3096.9166, 0.0061, MeV, 3096.917 ± 0.006 MeV",
        "33093.43, 182.2, count, 33090 ± 180",
        "33093.43, 960.0, count, 33100 ± 1000",
        "-5.4321, 0.21, MeV, −5.43 ± 0.21 MeV",
        "125.0, 0, GeV, 125 GeV",
        "0, 0, 1, 0",
        "6.62607015e-34, 0, J s, 6.62607015×10⁻³⁴ J s",
        "1.2345e9, 2.3e7, Hz, (1.234 ± 0.023)×10⁹ Hz",
        "0.0000123, 0.0000021, 1, (1.23 ± 0.21)×10⁻⁵",
        "0.001, 2.5, MeV, 0.0 ± 2.5 MeV"
    })
    void particleDataGroupRule(double value, double error, String unit, String expected) {
        assertThat(Numbers.quantity(new Quantity(value, error, Unit.of(unit)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.30103, 0.5, 0.5",
        "-1.30103, 0.05, 0.05",
        "-6.54, 2.9×10⁻⁷, 2.9e-07",
        "-299.7, 2.0×10⁻³⁰⁰, 2.0e-300",
        "-412.7, <10⁻³⁰⁰, <1e-300",
        "-6.0000001, 1.0×10⁻⁶, 1.0e-06",
        "0, 1, 1"
    })
    void probabilities(double log10, String page, String console) {
        assertThat(Numbers.probability(log10)).isEqualTo(page);
        assertThat(Numbers.plainProbability(log10)).isEqualTo(console);
    }

    @ParameterizedTest
    @CsvSource({"0.0125, 0.0125, 0.0125", "0.05, 0.05, 0.05", "0.0000012345, 1.23×10⁻⁶, 1.23e-06", "0, 0, 0", "1, 1, 1"})
    void rates(double rate, String page, String console) {
        assertThat(Numbers.rate(rate)).isEqualTo(page);
        assertThat(Numbers.plainRate(rate)).isEqualTo(console);
    }
}
