package org.novum.solarflare.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.novum.pluginsdk.fake.TestStepContext;

/** Regressions against a general optimiser (SciPy's BFGS on the same penalised likelihood), calibrations by hand. */
class RegressionTest {
    private static final Design DESIGN = new Design(
            new double[] {0.5, 1.2, 1.5, -0.3, -0.7, 0.8, 2.1, 0.1, -1.2, -1.1, 0.3, -0.9, 1.1, 1.9, -0.4, 0.2}, 2);

    @Test
    void logisticAgreesWithAGeneralOptimiser() {
        double[] events = {1, 1, 0, 1, 0, 0, 1, 0};
        assertThat(fit(Regression.logistic(1), DESIGN, events, 1).coefficients())
                .containsExactly(new double[] {-0.69166393, 1.23926617, 0.63957317}, within(2e-5));
    }

    @Test
    void poissonAgreesWithAGeneralOptimiser() {
        double[] counts = {2, 1, 0, 3, 0, 1, 4, 0};
        assertThat(fit(Regression.poisson(0.5), DESIGN, counts, 1).coefficients())
                .containsExactly(new double[] {-0.75253601, 0.86466726, 0.59394421}, within(2e-5));
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        SplittableRandom random = new SplittableRandom(5);
        double[] values = random.doubles(60_000).map(u -> 2 * u - 1).toArray();
        Design design = new Design(values, 3);
        double[] events = new double[20_000];
        for (int row = 0; row < events.length; row++) {
            events[row] = random.nextDouble() < 1 / (1 + StrictMath.exp(1 - values[3 * row])) ? 1 : 0;
        }
        double[] one = fit(Regression.logistic(1), design, events, 1).coefficients();
        assertThat(fit(Regression.logistic(1), design, events, 4).coefficients()).isEqualTo(one);
        // 1.5 standard errors of a coefficient of 20,000 samples is about 0.05.
        assertThat(one[1]).isCloseTo(1, within(0.1));
        assertThat(one[0]).isCloseTo(-1, within(0.1));
    }

    @Test
    void withoutEventsThereIsNothingToLearn() {
        assertThatThrownBy(() -> fit(Regression.logistic(1), DESIGN, new double[8], 1))
                .isInstanceOf(LearnException.class)
                .hasMessageContaining("share of events is 0");
    }

    @Test
    void aModelRefusesOtherFeatures() {
        assertThatThrownBy(() -> new Linear(new double[] {1, 2}).of(DESIGN))
                .isInstanceOf(LearnException.class)
                .hasMessageContaining("1 features and the data have 2");
    }

    @Test
    void isotonicPoolsAdjacentViolators() {
        double[] scores = {0.1, 0.2, 0.3, 0.35, 0.4, 0.6, 0.7, 0.9};
        Isotonic fitted = Isotonic.fit(scores, new double[] {0, 1, 0, 0, 1, 1, 0, 1});
        double third = 1 / 3.0;
        assertThat(Arrays.stream(scores).map(fitted::of).toArray())
                .containsExactly(new double[] {0, third, third, third, 2 * third, 2 * third, 2 * third, 1}, within(1e-15));
        assertThat(fitted.of(0)).isZero();
        assertThat(fitted.of(2)).isEqualTo(1);
        assertThat(fitted.of(0.15)).isCloseTo(third / 2, within(1e-12));
    }

    @Test
    void equalScoresGetEqualProbabilities() {
        Isotonic fitted = Isotonic.fit(new double[] {0.5, 0.5, 0.5, 0.7}, new double[] {1, 0, 0, 1});
        assertThat(fitted.of(0.5)).isCloseTo(1 / 3.0, within(1e-15));
    }

    @Test
    void plattUndoesAKnownDistortion() {
        SplittableRandom random = new SplittableRandom(8);
        double[] overconfident = new double[50_000];
        double[] events = new double[overconfident.length];
        for (int row = 0; row < events.length; row++) {
            double odds = 4 * random.nextDouble() - 2;
            events[row] = random.nextDouble() < 1 / (1 + StrictMath.exp(-odds)) ? 1 : 0;
            overconfident[row] = 1 / (1 + StrictMath.exp(-(2 * odds + 1)));
        }
        try (TestStepContext context = new TestStepContext(1)) {
            Platt platt = Platt.fit(overconfident, events, context);
            assertThat(platt.slope()).isCloseTo(0.5, within(0.02));
            assertThat(platt.offset()).isCloseTo(-0.5, within(0.04));
            assertThat(platt.of(1 / (1 + StrictMath.exp(-1)))).isCloseTo(0.5, within(0.01));
        }
    }

    private static Linear fit(Regression regression, Design design, double[] response, int threads) {
        try (TestStepContext context = new TestStepContext(threads)) {
            return regression.fit(design, response, context);
        }
    }
}
