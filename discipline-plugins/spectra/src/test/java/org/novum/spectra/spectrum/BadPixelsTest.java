package org.novum.spectra.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.novum.spectra.SyntheticSky;

class BadPixelsTest {
    private static final GridSpectrum NOISE = Resampling.onGrid(SyntheticSky.noise("n", 4));

    @Test
    void upToThreePixelsThatStandAloneAreRejected() {
        for (double[] spike : new double[][] {{50}, {-60}, {400}, {60, 45}, {-90, -200}, {100, 100, 100}, {-400, -300, -500}}) {
            double[] flux = NOISE.flux().clone();
            for (int j = 0; j < spike.length; j++) {
                flux[2000 + j] += spike[j];
            }
            BadPixels.Cleaned cleaned = BadPixels.without(GridSpectrum.of(flux, NOISE.ivar()));
            assertThat(cleaned.rejected()).isEqualTo(spike.length);
            assertThat(cleaned.spectrum().ivar()[2000]).isZero();
            assertThat(cleaned.spectrum().informed()).isEqualTo(NOISE.informed() - spike.length);
        }
    }

    @Test
    void noLineOfTheInstrumentsWidthIsTouched() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 3000; trial++) {
            double sigma = 0.9 + 2 * random.nextDouble();
            double centre = 2000 + random.nextDouble();
            double strength = (random.nextBoolean() ? 1 : -1) * StrictMath.pow(10, 1 + 2.5 * random.nextDouble());
            double[] flux = NOISE.flux().clone();
            for (int i = 1980; i < 2020; i++) {
                double pixels = (i - centre) / sigma;
                flux[i] = 10 + random.nextGaussian() + strength * StrictMath.exp(-0.5 * pixels * pixels);
            }
            assertThat(BadPixels.without(GridSpectrum.of(flux, NOISE.ivar())).rejected())
                    .as("sigma %s, centre %s, strength %s", sigma, centre, strength)
                    .isZero();
        }
    }

    @Test
    void noiseAndGalaxiesKeepAllPixels() {
        for (long seed = 0; seed < 20; seed++) {
            GridSpectrum galaxy = Resampling.onGrid(SyntheticSky.galaxy("g", 0.1, seed));
            assertThat(BadPixels.without(galaxy).spectrum()).isSameAs(galaxy);
        }
    }

    @Test
    void aPixelThatIsNoMeasurementIsLeftOutAndTheSpectrumKept() {
        RawSpectrum good = SyntheticSky.galaxy("g", 0.1, 3);
        for (double[] pixel : new double[][] {{1e300, 1}, {-1e300, 1}, {10, 1e300}}) {
            double[] flux = good.flux().clone();
            double[] ivar = good.ivar().clone();
            flux[1500] = pixel[0];
            ivar[1500] = pixel[1];
            GridSpectrum grid =
                    Resampling.onGrid(new RawSpectrum("g", 0, null, good.wavelength(), flux, ivar, good.mask(), null));
            GridSpectrum whole = Resampling.onGrid(good);
            assertThat(grid.informed()).isEqualTo(whole.informed() - 1);
        }
    }
}
