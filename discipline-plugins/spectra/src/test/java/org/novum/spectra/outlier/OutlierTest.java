package org.novum.spectra.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.novum.spectra.redshift.Candidate;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;

/** Spectra that their model explains but for noise, and one in which something was hidden. */
class OutlierTest {
    private static final double LEVEL = 10;
    private static final Candidate GALAXY = new Candidate(SpectralClass.GALAXY, 0.1, 1e-5, 0);

    private static double[] noise(long seed, double scale) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] flux = new double[LogGrid.PIXELS];
        for (int i = 0; i < flux.length; i++) {
            flux[i] = LEVEL + scale * random.nextGaussian();
        }
        return flux;
    }

    private static List<Sighting> sightings(double[] flux) {
        double[] ivar = new double[flux.length];
        Arrays.fill(ivar, 1);
        double[] model = new double[flux.length];
        Arrays.fill(model, LEVEL);
        return new Residuals(GridSpectrum.of(flux, ivar), model).sightings();
    }

    private static double[] with(double[] flux, double wavelength, double sigma, double height) {
        double centre = LogGrid.position(wavelength);
        for (int i = 0; i < flux.length; i++) {
            flux[i] += height * StrictMath.exp(-0.5 * (i - centre) * (i - centre) / (sigma * sigma));
        }
        return flux;
    }

    @Test
    void findsALineOfEitherSignWhereItIs() {
        Sighting emission = sightings(with(noise(1, 1), 5100, 3, 5)).get(Oddity.EMISSION.ordinal());
        assertThat(emission.strength()).isGreaterThan(8);
        assertThat(Math.sqrt(emission.from() * emission.to())).isCloseTo(5100, within(4.0));
        assertThat(Reason.of(emission, GALAXY)).containsPattern("unexplained emission at (5099|5100|5101) Angstrom \\(463[567] at rest\\)");
        Sighting absorption = sightings(with(noise(2, 1), 6000, 20, -2)).get(Oddity.ABSORPTION.ordinal());
        assertThat(absorption.strength()).isGreaterThan(6);
        assertThat(Math.sqrt(absorption.from() * absorption.to())).isCloseTo(6000, within(20.0));
    }

    @Test
    void aKnownLineHasItsName() {
        Sighting line = sightings(with(noise(3, 1), 5008.239 * 1.1, 3, 6)).get(Oddity.EMISSION.ordinal());
        assertThat(Reason.of(line, GALAXY)).startsWith("[O III] 5007 at 55").contains("is stronger");
    }

    @Test
    void findsAShapeNoiseAndSky() {
        double[] bent = noise(4, 1);
        for (int i = 1000; i < 1400; i++) {
            bent[i] += 1;
        }
        Sighting shape = sightings(bent).get(Oddity.SHAPE.ordinal());
        assertThat(shape.strength()).isGreaterThan(10);
        assertThat(shape.part()).isCloseTo(0.1, within(0.03));
        assertThat(Reason.of(shape, GALAXY)).contains("above the best explanation (GALAXY at z = 0.1000)");
        assertThat(sightings(noise(5, 1.5)).get(Oddity.NOISE.ordinal()).strength()).isCloseTo(1.5, within(0.06));
        assertThat(sightings(noise(5, 0.5)).get(Oddity.NOISE.ordinal()).strength()).isEqualTo(1);
        double[] bad = noise(6, 1);
        for (int i = 0; i < bad.length; i++) {
            bad[i] += LogGrid.wavelength(i) > 8285 && LogGrid.wavelength(i) < 8475 ? (i % 2 == 0 ? 6 : -6) : 0;
        }
        Sighting sky = sightings(bad).get(Oddity.SKY.ordinal());
        assertThat(sky.from()).isBetween(8279.0, 8285.0);
        assertThat(sky.strength()).isGreaterThan(5);
    }

    /** The odd one is first, whatever the others' noise; shares of spectra at least as odd are valid p-values. */
    @Test
    void theOddOneStandsOutAmongItsLike() {
        List<Comparison.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            double[] flux = noise(100 + i, 1);
            entries.add(new Comparison.Entry(5 + i % 9, sightings(i == 33 ? with(flux, 5100, 3, 8) : flux)));
        }
        List<Comparison.Standing> standings = Comparison.of(entries);
        assertThat(standings.get(33).score()).isGreaterThan(8);
        assertThat(standings.get(33).oddest().oddity()).isEqualTo(Oddity.EMISSION);
        assertThat(standings.get(33).pValue()).isCloseTo(1.0 / 80, within(1e-12));
        for (double level : new double[] {0.05, 0.2, 0.5}) {
            assertThat(standings.stream().filter(one -> one.pValue() <= level).count()).isLessThanOrEqualTo((long) (80 * level));
        }
    }
}
