package org.novum.spectra.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.novum.spectra.SyntheticSky;

class ResamplingTest {
    private static RawSpectrum linear(double start, double step, int pixels) {
        double[] wavelength = new double[pixels];
        double[] flux = new double[pixels];
        double[] ivar = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            wavelength[i] = start + step * i;
            flux[i] = wavelength[i] / 1000;
            ivar[i] = 2;
        }
        return new RawSpectrum("x", 0, null, wavelength, flux, ivar, new int[pixels], null);
    }

    @Test
    void keepsTheInformation() {
        RawSpectrum raw = linear(6000, 0.8, 1000);
        GridSpectrum grid = Resampling.onGrid(raw);
        assertThat(Arrays.stream(grid.ivar()).sum()).isCloseTo(2000, within(20.0));
    }

    @Test
    void keepsTheFlux() {
        GridSpectrum grid = Resampling.onGrid(linear(6000, 0.8, 1000));
        for (int i = grid.first() + 1; i < grid.end() - 1; i++) {
            assertThat(grid.flux()[i]).isCloseTo(LogGrid.wavelength(i) / 1000, within(0.002));
        }
    }

    @Test
    void leavesASurveyOnTheGridAsItIs() {
        RawSpectrum raw = SyntheticSky.galaxy("g", 0.1, 1);
        GridSpectrum grid = Resampling.onGrid(raw);
        assertThat(grid.flux()[400]).isCloseTo(raw.flux()[0], within(1e-9));
        assertThat(grid.flux()[1400]).isCloseTo(raw.flux()[1000], within(1e-9));
    }

    @Test
    void ignoresPixelsThatSayNothing() {
        RawSpectrum raw = linear(6000, 0.8, 1000);
        raw.flux()[500] = Double.NaN;
        raw.ivar()[501] = Double.POSITIVE_INFINITY;
        raw.ivar()[502] = -1;
        raw.mask()[503] = 1;
        GridSpectrum grid = Resampling.onGrid(raw);
        assertThat(grid.flux()).doesNotContain(Double.NaN);
        int gap = (int) Math.round(LogGrid.position(6000 + 0.8 * 501.5));
        assertThat(grid.ivar()[gap]).isZero();
    }

    @Test
    void masksTheBrightestSkyLine() {
        GridSpectrum grid = Resampling.onGrid(SyntheticSky.galaxy("g", 0.1, 1));
        assertThat(grid.ivar()[(int) Math.round(LogGrid.position(5578.9))]).isZero();
    }
}
