package org.novum.spectra.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogisticCurveTest {
    @Test
    void findsTheCurveThatOutcomesWereDrawnFrom() {
        LogisticCurve truth = new LogisticCurve(new double[] {-0.5, 1.5, 0.8});
        SplittableRandom random = new SplittableRandom(3);
        List<double[]> features = new ArrayList<>();
        List<Boolean> outcomes = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double[] one = {4 * random.nextDouble() - 2, random.nextInt(2)};
            features.add(one);
            outcomes.add(random.nextDouble() < truth.probability(one));
        }
        LogisticCurve fitted = LogisticCurve.fit(features, outcomes);
        for (int k = 0; k < 3; k++) {
            assertThat(fitted.coefficients()[k]).isCloseTo(truth.coefficients()[k], within(0.12));
        }
    }
}
