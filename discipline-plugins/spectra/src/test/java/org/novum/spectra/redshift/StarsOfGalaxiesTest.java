package org.novum.spectra.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.novum.spectra.line.LineFit;
import org.novum.spectra.line.MeasuredLine;
import org.novum.spectra.line.StellarLight;
import org.novum.spectra.numeric.Smoothing;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.Template;
import org.novum.spectra.template.TemplateFile;

class StarsOfGalaxiesTest {
    private static final double REDSHIFT = LogGrid.redshift(400);
    private static final double SIGMA = 1.8;

    private final List<Template> templates = TemplateFile.shipped();

    /** The mean star, broadened as in a galaxy, with H beta in emission of a height relative to the continuum. */
    private GridSpectrum galaxy(double height) {
        double[] star = templates.stream()
                .filter(template -> template.spectralClass() == SpectralClass.STAR)
                .findFirst()
                .orElseThrow()
                .vectors()[0];
        double[] seen = new double[star.length];
        Arrays.setAll(seen, i -> star[i] == 0 ? 0 : 1);
        double[] even = new double[star.length];
        Arrays.fill(even, 1);
        double[] broad = Smoothing.gaussian(GridSpectrum.of(star, seen).bridged(), even, 2);
        SplittableRandom random = new SplittableRandom(11);
        double centre = LogGrid.position(4862.68) + 400;
        double[] flux = new double[LogGrid.PIXELS];
        double[] ivar = new double[LogGrid.PIXELS];
        for (int i = 300; i < LogGrid.PIXELS - 300; i++) {
            double x = (i - centre) / SIGMA;
            flux[i] = broad[i + LogGrid.OFFSET - 400] + height * StrictMath.exp(-0.5 * x * x) + random.nextGaussian() / 40;
            ivar[i] = 1600;
        }
        return GridSpectrum.of(flux, ivar);
    }

    private MeasuredLine betaOver(StellarLight stars, GridSpectrum spectrum) {
        return new LineFit(spectrum, REDSHIFT, stars)
                .lines().stream()
                        .filter(line -> line.line().label().equals("H_beta"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void linesAreMeasuredOverWhatStarsAbsorb() {
        double height = 0.3;
        GridSpectrum spectrum = galaxy(height);
        double pixel = LogGrid.STEP * StrictMath.log(10) * 4862.68 * (1 + REDSHIFT);
        double flux = height * SIGMA * pixel * Math.sqrt(2 * Math.PI);
        MeasuredLine overMedians = betaOver(StellarLight.NONE, spectrum);
        MeasuredLine overStars = betaOver(new StarsOfGalaxies(templates), spectrum);
        assertThat(overMedians.flux()).isLessThan(flux - 3 * overMedians.fluxError());
        assertThat(overStars.flux()).isCloseTo(flux, within(3 * overStars.fluxError()));
        assertThat(overStars.fluxError()).isGreaterThan(overMedians.fluxError());
    }

    @Test
    void starsAloneHaveNoLines() {
        GridSpectrum spectrum = galaxy(0);
        assertThat(new LineFit(spectrum, REDSHIFT, new StarsOfGalaxies(templates)).lines())
                .noneMatch(line -> line.flux() > 0 && line.significance() >= 3.7);
        assertThat(new LineFit(spectrum, REDSHIFT).lines())
                .anyMatch(line -> line.flux() > 0 && line.significance() >= 3.7);
    }
}
