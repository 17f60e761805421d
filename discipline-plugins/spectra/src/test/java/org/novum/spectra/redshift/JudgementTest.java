package org.novum.spectra.redshift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.novum.spectra.SyntheticSky;
import org.novum.spectra.line.LineRedshift;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.Resampling;
import org.novum.spectra.template.SpectralClass;

class JudgementTest {
    private static final GridSpectrum NEAR = Resampling.onGrid(SyntheticSky.galaxy("g", 0.001, 3));

    private static Redshift judged(GridSpectrum spectrum, Candidate best, Candidate other) {
        return new Judgement(spectrum, new Answer(best, List.of(other), new LineRedshift(RedshiftEngine.scaled(spectrum))))
                .redshift(Optional.empty(), 10);
    }

    @Test
    void aGalaxyAtAStarsVelocityWithAStarBehindItIsAmbiguous() {
        Candidate galaxy = new Candidate(SpectralClass.GALAXY, 0.001, 1e-5, 4000);
        Redshift star = judged(NEAR, galaxy, new Candidate(SpectralClass.STAR, 0.0008, 1e-5, 6000));
        assertThat(star.warnings()).contains(Warning.CLASS_AMBIGUOUS);
        assertThat(star.confidence()).isLessThanOrEqualTo(0.5);
        Redshift farther = judged(NEAR, galaxy, new Candidate(SpectralClass.GALAXY, 0.4, 1e-5, 6000));
        assertThat(farther.warnings()).doesNotContain(Warning.CLASS_AMBIGUOUS);
        assertThat(farther.confidence()).isGreaterThan(0.95);
    }

    @Test
    void anAnswerThatTheLinesRefuseIsNotConfident() {
        GridSpectrum spectrum = Resampling.onGrid(SyntheticSky.galaxy("g", 0.1, 3));
        Redshift answer = judged(
                spectrum,
                new Candidate(SpectralClass.GALAXY, 0.317, 1e-5, 4000),
                new Candidate(SpectralClass.GALAXY, 0.5, 1e-5, 900_000));
        assertThat(answer.warnings()).contains(Warning.LINES_DISAGREE);
        assertThat(answer.lines().orElseThrow().rank()).isGreaterThan(0.05);
        assertThat(answer.confidence()).isLessThanOrEqualTo(0.5);
    }
}
