package org.novum.spectra.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.novum.spectra.SyntheticSky;
import org.novum.spectra.spectrum.Decoy;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.Resampling;
import org.novum.spectra.template.SpectralClass;

class LineRedshiftTest {
    @Test
    void findsLaboratoryWavelengthsAtAnyRedshift() {
        for (double redshift : new double[] {0.02, 0.0871, 0.21, 0.45}) {
            LineRedshift lines = new LineRedshift(Resampling.onGrid(SyntheticSky.galaxy("g", redshift, 3)));
            LineRedshift.Found found = lines.found(SpectralClass.GALAXY);
            assertThat(found.redshift()).isCloseTo(redshift, within(0.001));
            assertThat(found.margin()).isGreaterThan(5);
            assertThat(lines.rank(SpectralClass.GALAXY, redshift)).isLessThan(0.005);
        }
    }

    @Test
    void noiseHasNoClearRedshift() {
        for (long seed = 0; seed < 10; seed++) {
            LineRedshift.Found found =
                    new LineRedshift(Resampling.onGrid(SyntheticSky.noise("n", seed))).found(SpectralClass.GALAXY);
            assertThat(found.margin()).as("seed " + seed).isLessThan(10);
        }
    }

    /** A decoy keeps errors and level, and loses the redshift. */
    @Test
    void aDecoyHasItsFeaturesElsewhere() {
        GridSpectrum spectrum = Resampling.onGrid(SyntheticSky.galaxy("g", 0.0871, 3));
        GridSpectrum decoy = Decoy.of(spectrum, new SplittableRandom(1));
        assertThat(decoy.ivar()).isEqualTo(spectrum.ivar());
        assertThat(decoy.signalToNoise()).isCloseTo(spectrum.signalToNoise(), within(0.1 * spectrum.signalToNoise()));
        assertThat(new LineRedshift(decoy).rank(SpectralClass.GALAXY, 0.0871)).isGreaterThan(0.01);
        assertThat(Decoy.of(spectrum, new SplittableRandom(1)).flux()).isEqualTo(decoy.flux());
    }
}
