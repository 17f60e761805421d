package org.novum.spectra.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.novum.spectra.template.SpectralClass;

class TargetDecoyTest {
    private static Redshift answer(SpectralClass spectralClass, double confidence) {
        return new Redshift(
                Optional.of(new Candidate(spectralClass, 0.1, 1e-4, 0)), null, Optional.empty(), Set.of(), confidence, 5.0, null, Optional.empty());
    }

    @Test
    void ratesCountDecoysOfTheSameClassThatAreAsConfident() {
        TargetDecoy rates = new TargetDecoy(2);
        double[] confidences = {0.99, 0.9, 0.8, 0.3};
        double[][] decoys = {{0.1, 0.85}, {0.2, 0.2}, {0.4, 0.1}, {0.1, 0.1}};
        for (int i = 0; i < 4; i++) {
            rates.add(
                    answer(SpectralClass.GALAXY, confidences[i]),
                    List.of(answer(SpectralClass.GALAXY, decoys[i][0]), answer(SpectralClass.QSO, decoys[i][1])));
        }
        rates.add(Redshift.none(Warning.NO_SPECTRUM, "truncated", null), List.of());
        // Decoys answered GALAXY: 0.1, 0.2, 0.4, 0.1. With one more and two per spectrum: 1/2/1, 1/2/2, 1/2/3, 2/2/4.
        double[] values = rates.values();
        assertThat(values[2]).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(values[1]).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(values[0]).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(values[3]).isCloseTo(0.25, within(1e-12));
        assertThat(values[4]).isNaN();
    }

    @Test
    void smallBatchesHaveMoreDecoysOfEach() {
        assertThat(TargetDecoy.perSpectrum(10)).isEqualTo(6);
        assertThat(TargetDecoy.perSpectrum(500)).isEqualTo(3);
        assertThat(TargetDecoy.perSpectrum(1_000_000)).isEqualTo(1);
    }
}
