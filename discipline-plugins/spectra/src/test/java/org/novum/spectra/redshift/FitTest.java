package org.novum.spectra.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;

class FitTest {
    private static final Candidate GALAXY = new Candidate(SpectralClass.GALAXY, 0.1, 1e-5, 0);
    private static final Candidate FAR = new Candidate(SpectralClass.QSO, 2, 1e-5, 0);
    private static final double ERROR = 0.1;

    /** Lines of a height on a continuum of 1, at every 300th pixel from one on. */
    private static double[] lines(int from, double height) {
        double[] light = new double[LogGrid.PIXELS];
        for (int i = 0; i < light.length; i++) {
            double off = Math.floorMod(i - from + 150, 300) - 150;
            light[i] = 1 + height * StrictMath.exp(-off * off / 50);
        }
        return light;
    }

    private static GridSpectrum observed(double[] light) {
        SplittableRandom random = new SplittableRandom(5);
        double[] flux = light.clone();
        double[] ivar = new double[flux.length];
        for (int i = 300; i < 4300; i++) {
            flux[i] += ERROR * random.nextGaussian();
            ivar[i] = 1 / (ERROR * ERROR);
        }
        return GridSpectrum.of(flux, ivar);
    }

    @Test
    void theTruthFits() {
        double[] truth = lines(0, 0.5);
        Fit fit = Fit.of(observed(truth), truth, GALAXY);
        assertThat(fit.misfit(GALAXY)).isLessThan(0.8);
        assertThat(fit.certainty()).isBetween(-3.0, 3.0);
        assertThat(fit.amplitude()).isCloseTo(1, within(0.05));
    }

    @Test
    void linesThatNoModelExplainsDoNot() {
        double[] other = lines(0, 0.5);
        double[] flat = lines(0, 0);
        Fit fit = Fit.of(observed(other), flat, GALAXY);
        assertThat(fit.unexplained()).isCloseTo(1, within(0.01));
        assertThat(fit.certainty()).isGreaterThan(5);
        assertThat(fit.emission()).isGreaterThan(6);
        assertThat(fit.misfit(GALAXY)).isGreaterThan(1);
    }

    @Test
    void linesThatAreNotThereDoNot() {
        Fit fit = Fit.of(observed(lines(0, 0)), lines(0, 0.2), GALAXY);
        assertThat(fit.amplitude()).isCloseTo(0, within(0.1));
        assertThat(fit.missing()).isGreaterThan(3.5);
        assertThat(fit.misfit(GALAXY)).isGreaterThan(1);
    }

    @Test
    void aContinuumAtAnotherLevelDoesNot() {
        double[] torn = lines(0, 0.5);
        for (int i = 2500; i < torn.length; i++) {
            torn[i] *= 1.6;
        }
        Fit fit = Fit.of(observed(torn), lines(0, 0.5), GALAXY);
        assertThat(fit.band()).isCloseTo(0.6, within(0.05));
        assertThat(fit.misfit(GALAXY)).isGreaterThan(1);
    }

    /** Troughs take light away from far quasars and are forgiven there; lines that add light are not. */
    @Test
    void absorptionIsForgivenToFarQuasarsAlone() {
        double[] troughs = lines(0, -0.8);
        double[] flat = lines(0, 0);
        Candidate near = new Candidate(SpectralClass.QSO, 0.5, 1e-5, 0);
        double forgiven = Fit.of(observed(troughs), flat, FAR).misfit(FAR);
        double charged = Fit.of(observed(troughs), flat, near).misfit(near);
        assertThat(forgiven).isLessThan(charged);
        assertThat(charged).isGreaterThan(1);
        assertThat(Fit.of(observed(lines(0, 1.5)), flat, FAR).misfit(FAR)).isGreaterThan(1);
    }

    @Test
    void errorsThatAreStatedTooSmallAreNoMisfit() {
        double[] truth = lines(0, 0.5);
        GridSpectrum spectrum = observed(truth);
        double[] ivar = Arrays.stream(spectrum.ivar()).map(value -> 9 * value).toArray();
        Fit fit = Fit.of(GridSpectrum.of(spectrum.flux(), ivar), truth, GALAXY);
        assertThat(fit.certainty()).isBetween(-4.0, 4.0);
        assertThat(fit.misfit(GALAXY)).isLessThan(0.8);
    }
}
