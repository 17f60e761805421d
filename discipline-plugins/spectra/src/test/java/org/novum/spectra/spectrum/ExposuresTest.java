package org.novum.spectra.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.novum.spectra.SyntheticSky;

/** Sums of exposures. */
class ExposuresTest {
    private static RawSpectrum exposure(double flux, double ivar, double firstPixel) {
        double[] wavelength = new double[40];
        double[] fluxes = new double[wavelength.length];
        double[] ivars = new double[wavelength.length];
        for (int i = 0; i < wavelength.length; i++) {
            wavelength[i] = LogGrid.wavelength(firstPixel + i);
            fluxes[i] = flux;
            ivars[i] = ivar;
        }
        return new RawSpectrum(
                "x.fits", 0, null, wavelength, fluxes, ivars, new int[wavelength.length], null, null, 7);
    }

    /** The mean of least variance: information adds up, fluxes are weighted by it. */
    @Test
    void isWeightedByInverseVariance() {
        GridSpectrum sum = Resampling.onGrid(Exposures.sum(List.of(exposure(10, 1, 1000), exposure(20, 4, 1000))));
        assertThat(sum.informed()).isEqualTo(40);
        for (int i = 1000; i < 1040; i++) {
            assertThat(sum.flux()[i]).isCloseTo((10 * 1 + 20 * 4) / 5.0, within(1e-9));
            assertThat(sum.ivar()[i]).isCloseTo(5, within(1e-6));
        }
    }

    /** Where one exposure alone saw, it alone counts; on other pixels information is neither lost nor gained. */
    @Test
    void keepsTheInformationOfPixelsBetweenThoseOfTheGrid() {
        RawSpectrum sum = Exposures.sum(List.of(exposure(10, 1, 1000.3), exposure(10, 1, 2000)));
        double information = 0;
        for (int i = 0; i < LogGrid.PIXELS; i++) {
            information += sum.ivar()[i];
            assertThat(sum.flux()[i]).isCloseTo(sum.ivar()[i] > 0 ? 10 : 0, within(1e-9));
        }
        assertThat(information).isCloseTo(80, within(1e-6));
        assertThat(sum.ivar()[2039]).isCloseTo(1, within(1e-9));
        assertThat(sum.ivar()[1500]).isZero();
        assertThat(sum.exposure()).isNull();
        assertThat(sum.place()).isEqualTo("x.fits");
    }

    @Test
    void leavesOutExposuresWithAProblemUnlessAllHaveOne() {
        RawSpectrum broken = SyntheticSky.broken("x.fits", "all masked");
        assertThat(Exposures.sum(List.of(broken, exposure(10, 1, 1000))).problem()).isNull();
        assertThat(Exposures.sum(List.of(broken, broken)).problem()).isEqualTo("all masked");
    }
}
