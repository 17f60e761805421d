package org.novum.spectra.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.novum.spectra.SyntheticSky;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.Resampling;
import org.novum.spectra.template.VelocityBasis;

/** Gas of known redshift, placed by a continuum and its lines at their laboratory wavelengths. */
class VelocityFitTest {
    private static final double[] LINES = {
        3727.09, 3729.88, 3869.86, 4341.68, 4862.68, 4960.30, 5008.24, 5877.31, 6549.85, 6564.61, 6585.27, 6718.29, 6732.67
    };
    private static final double[] STRENGTHS = {1, 1.4, 0.3, 0.47, 1, 1, 3, 0.12, 0.12, 2.9, 0.35, 0.3, 0.22};

    private static VelocityBasis basis(int first, int end) {
        double[][] vectors = new double[2][LogGrid.REST_PIXELS];
        for (int m = first; m < end; m++) {
            vectors[0][m] = 1;
            for (int line = 0; line < LINES.length; line++) {
                double pixels = m - LogGrid.restPosition(LINES[line]);
                vectors[1][m] += STRENGTHS[line] * StrictMath.exp(-0.5 * pixels * pixels / (1.6 * 1.6));
            }
        }
        return new VelocityBasis(vectors, first, end);
    }

    private static GridSpectrum galaxy(double redshift) {
        return Resampling.onGrid(SyntheticSky.galaxy("g", redshift, 5));
    }

    @Test
    void placesBetweenPixelsFromAStartThatIsTwoPixelsOff() {
        VelocityFit fit = new VelocityFit(basis(6000, 10_800));
        for (double redshift : new double[] {0.05, 0.0871, 0.12345}) {
            double known = LogGrid.shift(redshift);
            for (double off : new double[] {-1.5, 0, 1.5}) {
                VelocityFit.Place place = fit.place(galaxy(redshift), known + off).orElseThrow();
                assertThat(place.error()).isBetween(0.001, 0.05);
                assertThat(place.shift()).isCloseTo(known, within(5 * place.error()));
            }
        }
    }

    @Test
    void aBasisThatCoversLittlePlacesNothing() {
        VelocityFit fit = new VelocityFit(basis(8000, 9000));
        assertThat(fit.place(galaxy(0.1), LogGrid.shift(0.1))).isEmpty();
    }

    @Test
    void noiseHasNoMinimumNearby() {
        GridSpectrum noise = Resampling.onGrid(SyntheticSky.noise("n", 7));
        double[] flat = noise.flux().clone();
        Arrays.fill(flat, 3);
        GridSpectrum level = new GridSpectrum(flat, noise.ivar(), noise.first(), noise.end());
        assertThat(new VelocityFit(basis(6000, 10_800)).place(level, LogGrid.shift(0.1))).isEmpty();
    }
}
