package org.novum.spectra.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CubicSplineTest {
    @Test
    void passesThroughTheValues() {
        double[] values = {1, 4, -2, 0, 7, 7, 3, 1, 0, -5};
        double[] coefficients = CubicSpline.coefficients(values);
        for (int i = 0; i < values.length; i++) {
            assertThat(CubicSpline.at(coefficients, i)).as("at " + i).isCloseTo(values[i], within(i == 0 || i == 9 ? 3 : 1e-3));
        }
        assertThat(CubicSpline.at(coefficients, 4)).isCloseTo(7, within(1e-9));
    }

    @Test
    void keepsALineOfOnePixelsWidthInPlace() {
        double[] values = new double[200];
        for (int i = 0; i < values.length; i++) {
            values[i] = StrictMath.exp(-0.5 * (i - 100.3) * (i - 100.3));
        }
        double[] coefficients = CubicSpline.coefficients(values);
        for (double x = 95; x < 106; x += 0.1) {
            assertThat(CubicSpline.at(coefficients, x))
                    .isCloseTo(StrictMath.exp(-0.5 * (x - 100.3) * (x - 100.3)), within(0.03));
        }
    }

    @Test
    void samplingIsTheSameAsAskingOneByOne() {
        double[] coefficients = CubicSpline.coefficients(new double[] {3, 1, 4, 1, 5, 9, 2, 6});
        double[] sampled = new double[12];
        CubicSpline.sample(coefficients, -2.3, sampled);
        for (int i = 0; i < sampled.length; i++) {
            assertThat(sampled[i]).isEqualTo(CubicSpline.at(coefficients, -2.3 + i), within(1e-12));
        }
    }
}
