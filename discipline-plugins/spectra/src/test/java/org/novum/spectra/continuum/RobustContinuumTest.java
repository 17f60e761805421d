package org.novum.spectra.continuum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;

class RobustContinuumTest {
    private static double level(int pixel) {
        double x = (double) pixel / LogGrid.PIXELS;
        return 20 - 12 * x + 5 * StrictMath.sin(4 * x);
    }

    /** Strong lines in emission, broad ones in absorption, a gap and one hot pixel leave the continuum where it is. */
    @Test
    void linesDoNotDrawItAlong() {
        SplittableRandom random = new SplittableRandom(7);
        double[] flux = new double[LogGrid.PIXELS];
        double[] ivar = new double[LogGrid.PIXELS];
        for (int i = 200; i < 4700; i++) {
            flux[i] = level(i) + 0.3 * random.nextGaussian();
            ivar[i] = i > 2000 && i < 2060 ? 0 : 1 / 0.09;
            for (int centre = 500; centre < 4600; centre += 700) {
                flux[i] += 60 * StrictMath.exp(-0.5 * (i - centre) * (i - centre) / 16.0);
                flux[i] -= 6 * StrictMath.exp(-0.5 * (i - centre - 350) * (i - centre - 350) / 400.0);
            }
        }
        flux[3000] = 1e5;
        double[] continuum = RobustContinuum.of(GridSpectrum.of(flux, ivar));
        for (int i = 260; i < 4640; i++) {
            assertThat(continuum[i]).as("pixel " + i).isCloseTo(level(i), within(0.03 * level(i)));
        }
        assertThat(continuum[100]).isZero();
    }

    /** Without weights that differ, a straight line has no second difference and comes back as it is. */
    @Test
    void theSmootherKeepsStraightLines() {
        double[] line = new double[50];
        double[] weights = new double[50];
        for (int i = 0; i < line.length; i++) {
            line[i] = 3 - 0.5 * i;
            weights[i] = 1 + i % 3;
        }
        double[] smooth = Whittaker.smooth(line, weights, 1e4);
        for (int i = 0; i < line.length; i++) {
            assertThat(smooth[i]).isCloseTo(line[i], within(1e-9));
        }
    }

    /** The equations (W + s D'D) z = W y hold for the solution, term by term. */
    @Test
    void theSmootherSolvesItsEquations() {
        SplittableRandom random = new SplittableRandom(3);
        int n = 40;
        double[] y = random.doubles(n).toArray();
        double[] w = random.doubles(n).toArray();
        w[10] = 0;
        double stiffness = 7;
        double[] z = Whittaker.smooth(y, w, stiffness);
        for (int i = 0; i < n; i++) {
            double bend = 0;
            for (int k = Math.max(0, i - 2); k <= Math.min(i, n - 3); k++) {
                double second = z[k] - 2 * z[k + 1] + z[k + 2];
                bend += second * (i == k + 1 ? -2 : 1);
            }
            assertThat(w[i] * z[i] + stiffness * bend).isCloseTo(w[i] * y[i], within(1e-8));
        }
    }

    /** Half of a wave of the stated period is kept. */
    @Test
    void thePeriodIsTheStatedOne() {
        double[] wave = new double[16 * RobustContinuum.PERIOD];
        double[] weights = new double[wave.length];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = StrictMath.cos(2 * Math.PI * i / RobustContinuum.PERIOD);
            weights[i] = 1;
        }
        double stiffness = StrictMath.pow(RobustContinuum.PERIOD / (2 * Math.PI), 4);
        assertThat(Whittaker.smooth(wave, weights, stiffness)[8 * RobustContinuum.PERIOD]).isCloseTo(0.5, within(0.01));
    }
}
