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
        return judged(spectrum, answer(spectrum, best, other));
    }

    private static Redshift judged(GridSpectrum spectrum, Answer answer) {
        return new Judgement(spectrum, answer).redshift(Optional.empty(), 10);
    }

    private static Answer answer(GridSpectrum spectrum, Candidate best, Candidate... others) {
        return new Answer(best, List.of(others), new LineRedshift(RedshiftEngine.scaled(spectrum)), 0);
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

    @Test
    void anAnswerThatFitsBadlyIsNotConfident() {
        Answer good = answer(
                NEAR,
                new Candidate(SpectralClass.GALAXY, 0.1, 1e-5, 4000),
                new Candidate(SpectralClass.GALAXY, 0.4, 1e-5, 6000));
        assertThat(judged(NEAR, good).warnings()).doesNotContain(Warning.BAD_FIT);
        assertThat(judged(NEAR, good.withMisfit(0.99)).warnings()).doesNotContain(Warning.BAD_FIT);
        Redshift bad = judged(NEAR, good.withMisfit(1.01));
        assertThat(bad.warnings()).contains(Warning.BAD_FIT);
        assertThat(bad.warningBits() & 512).isEqualTo(512);
        assertThat(bad.confidence()).isLessThanOrEqualTo(0.5);
    }

    /** A neighbour within 3,000 km/s is the same quasar; what plain chi-square prefers is told beside. */
    @Test
    void theRunnerUpIsAnotherExplanation() {
        Candidate best = new Candidate(SpectralClass.QSO, 2.45, 1e-4, 5000);
        Candidate neighbour = new Candidate(SpectralClass.QSO, 2.48, 1e-4, 4000);
        Candidate other = new Candidate(SpectralClass.QSO, 3.3, 1e-4, 4500);
        Redshift answer = judged(NEAR, answer(NEAR, best, neighbour, other));
        assertThat(answer.runnerUp()).contains(other);
        assertThat(answer.evidence().orElseThrow().plain()).isEqualTo(neighbour);
        assertThat(answer.warnings()).contains(Warning.ROBUST_DIFFERS);
        Redshift agreed = judged(NEAR, answer(NEAR, neighbour, best, other));
        assertThat(agreed.evidence().orElseThrow().plain()).isEqualTo(neighbour);
        assertThat(agreed.warnings()).doesNotContain(Warning.ROBUST_DIFFERS);
    }
}
