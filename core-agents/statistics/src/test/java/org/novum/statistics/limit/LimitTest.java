package org.novum.statistics.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.statistics.StatisticsException;

class LimitTest {
    /** Two channels with one signal strength and independent backgrounds. */
    private record TwoChannels(CountingExperiment first, CountingExperiment second) implements ProfileLikelihood {
        @Override
        public double negativeLogLikelihood(double signalStrength) {
            return first.negativeLogLikelihood(signalStrength) + second.negativeLogLikelihood(signalStrength);
        }

        @Override
        public double bestFit() {
            return new BrentOptimizer(1e-12, 1e-14)
                    .optimize(
                            new MaxEval(10_000),
                            GoalType.MINIMIZE,
                            new UnivariateObjectiveFunction(this::negativeLogLikelihood),
                            new SearchInterval(-2, 10))
                    .getPoint();
        }

        @Override
        public ProfileLikelihood backgroundAsimov() {
            return new TwoChannels(first.backgroundAsimov(), second.backgroundAsimov());
        }
    }

    /**
     * The example of the README of pyhf (Heinrich, Feickert, Stark, Cranmer, JOSS 6 (2021) 2823): signal 12 and 11,
     * background 50 ± 3 and 52 ± 7, data 51 and 48: CLs observed 0.05251497, expected 0.00260626,
     * 0.01382005, 0.06445321, 0.23525644, 0.57303621. Its fit stops at about 1e-5; the figures named exact are the same
     * formulas with mpmath at 30 digits.
     */
    @Test
    void agreesWithPyhf() {
        ProfileLikelihood data =
                new TwoChannels(new CountingExperiment(51, 50, 3, 12), new CountingExperiment(48, 52, 7, 11));
        AsymptoticLimit limit = new AsymptoticLimit(data, 0.95);
        assertThat(limit.confidenceRatio(1)).isCloseTo(0.05251497423736956, within(1e-5)).isCloseTo(0.0525155251461228, within(1e-8));
        double[] published = {
            0.0026062609501074576, 0.01382005356161206, 0.06445320535890459, 0.23525643861460702, 0.573036205919389
        };
        double[] exact = {
            0.00260640458429111, 0.013820640037846, 0.0644551547704589, 0.23526090312394, 0.573041654982049
        };
        for (int deviations = -2; deviations <= 2; deviations++) {
            double ratio = limit.expectedConfidenceRatio(1, deviations);
            assertThat(ratio).isCloseTo(published[deviations + 2], within(1e-5));
            assertThat(ratio).isCloseTo(exact[deviations + 2], within(1e-11));
        }
        double median = new AsymptoticLimit(data, 1 - 0.0644551547704589).expected(0);
        assertThat(median).isCloseTo(1, within(1e-6));
    }

    @Test
    void expectedLimitsRiseWithTheFluctuation() {
        AsymptoticLimit limit = new AsymptoticLimit(new CountingExperiment(55, 50, 5, 10), 0.95);
        double previous = 0;
        for (int deviations = -2; deviations <= 2; deviations++) {
            double expected = limit.expected(deviations);
            assertThat(expected).isGreaterThan(previous);
            previous = expected;
        }
        // Far from small counts, the median CLs limit is 1.96 sigma of the background (1007.1727, equation 88).
        AsymptoticLimit many = new AsymptoticLimit(new CountingExperiment(1e8, 1e8, 0, 1e4), 0.95);
        assertThat(many.expected(0)).isCloseTo(1.9600, within(1e-3));
        assertThat(many.observed()).isCloseTo(1.9600, within(1e-3));
    }

    /** Reference figures: scipy, Poisson averaged over the gamma density by quadrature. */
    @ParameterizedTest
    @CsvSource({
        "5, 3, 0, 7.66305931497355",
        "5, 3, 1.5, 8.240924686954715",
        "0, 4, 2, 2.995732273553991",
        "0, 0, 0, 2.995732273553991",
        "1, 0.5, 0, 4.358090937347846",
        "10, 12, 3, 8.49031372746319"
    })
    void hybridLimit(int observed, double background, double error, double expected) {
        HybridLimit limit = new HybridLimit(new CountingExperiment(observed, background, error, 1), 0.95);
        assertThat(limit.observed()).isCloseTo(expected, within(1e-8));
        assertThat(limit.confidenceRatio(0)).isCloseTo(1, within(1e-12));
    }

    @Test
    void limitScalesWithTheSignalExpectation() {
        HybridLimit limit = new HybridLimit(new CountingExperiment(0, 2, 0.5, 4), 0.95);
        assertThat(limit.observed()).isCloseTo(-Math.log(0.05) / 4, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"0, 1.5", "0, 0", "3, 2"})
    void toysReachTheExactLimitOfAKnownBackground(int observed, double background) {
        CountingExperiment data = new CountingExperiment(observed, background, 0, 1);
        ToyLimit toys = new ToyLimit(data, 0.95, 20_000, 42);
        double exact = new HybridLimit(data, 0.95).observed();
        ToyLimit.Ratio ratio = toys.confidenceRatio(exact);
        assertThat(ratio.value()).isCloseTo(0.05, within(4 * ratio.standardError()));
        assertThat(toys.observed()).isCloseTo(exact, within(0.12 * exact));
        assertThat(toys.observed()).isEqualTo(toys.observed());
    }

    @Test
    void toysApproachTheAsymptoticLimitForManyCounts() {
        CountingExperiment data = new CountingExperiment(105, 100, 8, 10);
        double toys = new ToyLimit(data, 0.95, 5_000, 7).observed();
        double asymptotic = new AsymptoticLimit(data, 0.95).observed();
        assertThat(toys).isCloseTo(asymptotic, within(0.08 * asymptotic));
    }

    @Test
    void profiledBackgroundSolvesTheScoreEquation() {
        CountingExperiment data = new CountingExperiment(7, 5, 2, 3);
        for (double mu : new double[] {0, 0.5, 2, 10}) {
            double best = data.profiledBackground(mu);
            double tau = 5.0 / 4;
            // d/db of s mu + b - n ln(s mu + b) + tau b - m ln b, m = tau b0.
            double score = 1 - 7 / (3 * mu + best) + tau - tau * 5 / best;
            assertThat(score).isCloseTo(0, within(1e-10));
        }
    }

    @Test
    void refusesWhatHasNoLimit() {
        assertThatThrownBy(() -> new HybridLimit(new CountingExperiment(2.5, 1, 0, 1), 0.95))
                .isInstanceOf(StatisticsException.class)
                .hasMessageContaining("2.5");
        assertThatThrownBy(() -> new CountingExperiment(2, 1, 0, 0)).isInstanceOf(StatisticsException.class);
        assertThatThrownBy(() -> new CountingExperiment(2, 0, 1, 1)).isInstanceOf(StatisticsException.class);
        assertThatThrownBy(() -> new AsymptoticLimit(new CountingExperiment(2, 1, 0, 1), 1))
                .isInstanceOf(StatisticsException.class);
    }
}
