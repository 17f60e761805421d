package org.novum.spectra.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.spectra.SyntheticSky;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.TemplateFile;

class RedshiftPipelineTest {
    private static final RedshiftPipeline PIPELINE = new RedshiftPipeline(TemplateFile.shipped());

    @Test
    void findsTheRedshiftOfGasFromItsLaboratoryWavelengths() {
        for (double redshift : new double[] {0.02, 0.0871, 0.21, 0.45}) {
            Redshift answer = PIPELINE.redshift(SyntheticSky.galaxy("g", redshift, 3));
            assertThat(answer.spectralClass()).contains(SpectralClass.GALAXY);
            assertThat(answer.value()).isCloseTo(redshift, within(1e-4));
        }
    }

    @Test
    void unitOfFluxDoesNotMatter() {
        RawSpectrum raw = SyntheticSky.galaxy("g", 0.1, 3);
        double[] flux = Arrays.stream(raw.flux()).map(value -> value * 1e-17).toArray();
        double[] ivar = Arrays.stream(raw.ivar()).map(value -> value * 1e34).toArray();
        RawSpectrum other = new RawSpectrum("g", 0, null, raw.wavelength(), flux, ivar, raw.mask(), null);
        assertThat(PIPELINE.redshift(other).value()).isCloseTo(PIPELINE.redshift(raw).value(), within(1e-9));
    }

    @Test
    void everyRowHasAnAnswerOrAReason() {
        RawSpectrum good = SyntheticSky.galaxy("g", 0.1, 3);
        double[] constant = new double[good.flux().length];
        Arrays.fill(constant, 4);
        RawSpectrum flat = new RawSpectrum("f", 0, null, good.wavelength(), constant, good.ivar(), good.mask(), null);
        RawSpectrum masked = new RawSpectrum(
                "m", 0, null, good.wavelength(), good.flux(), new double[constant.length], good.mask(), null);
        double[] nan = new double[constant.length];
        Arrays.fill(nan, Double.NaN);
        RawSpectrum damaged = new RawSpectrum("n", 0, null, good.wavelength(), nan, good.ivar(), good.mask(), null);
        assertThat(PIPELINE.redshift(SyntheticSky.broken("b", "truncated")).problem()).isEqualTo("truncated");
        assertThat(PIPELINE.redshift(flat).warnings()).containsExactly(Warning.NO_SIGNAL);
        assertThat(PIPELINE.redshift(masked).warnings()).containsExactly(Warning.LITTLE_DATA);
        assertThat(PIPELINE.redshift(damaged).warnings()).containsExactly(Warning.LITTLE_DATA);
        assertThat(PIPELINE.redshift(SyntheticSky.broken("b", "truncated")).warningBits()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e34, 1e-34})
    void errorsInAnotherUnitThanTheFluxAreTold(double factor) {
        RawSpectrum good = SyntheticSky.galaxy("g", 0.1, 3);
        double[] ivar = Arrays.stream(good.ivar()).map(value -> value * factor).toArray();
        Redshift answer = PIPELINE.redshift(
                new RawSpectrum("g", 0, null, good.wavelength(), good.flux(), ivar, good.mask(), null));
        assertThat(answer.warnings()).contains(Warning.NO_SPECTRUM);
        assertThat(answer.problem()).contains("not in one unit");
    }

    @Test
    void noiseIsNotConfident() {
        for (long seed = 0; seed < 5; seed++) {
            Redshift answer = PIPELINE.redshift(SyntheticSky.noise("n", seed));
            assertThat(answer.confidence()).as("seed " + seed).isLessThan(0.95);
        }
    }

    @Test
    void oneBadPixelChangesNothingButTheWarning() {
        RawSpectrum good = SyntheticSky.galaxy("g", 0.1, 3);
        Redshift expected = PIPELINE.redshift(good);
        for (double size : new double[] {100, 400, -100, 1e6, 1e300}) {
            double[] flux = good.flux().clone();
            flux[1700] += size;
            Redshift answer = PIPELINE.redshift(new RawSpectrum(
                    "g", 0, null, good.wavelength(), flux, good.ivar(), good.mask(), null));
            assertThat(answer.spectralClass()).isEqualTo(expected.spectralClass());
            assertThat(answer.value()).isCloseTo(expected.value(), within(1e-4));
            if (size < 1e100) {
                assertThat(answer.warnings()).contains(Warning.BAD_PIXELS);
            }
        }
    }
}
