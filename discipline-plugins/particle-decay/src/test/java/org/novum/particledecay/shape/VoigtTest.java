package org.novum.particledecay.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VoigtTest {
    @Test
    void faddeevaFunctionAgreesWithScipy() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("faddeeva.csv")), StandardCharsets.UTF_8))) {
            long checked = reader.lines().filter(line -> !line.startsWith("#")).peek(line -> {
                double[] fields = java.util.Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
                DensityBlock block = new DensityBlock(0);
                Faddeeva.Plane plane = Faddeeva.Plane.of(block);
                Faddeeva.evaluate(new double[] {fields[0]}, fields[1], 1, plane);
                assertThat(plane.real()[0]).as(line).isCloseTo(fields[2], offset(2e-13));
                assertThat(plane.imaginary()[0]).as(line).isCloseTo(fields[3], offset(2e-13));
            }).count();
            assertThat(checked).isEqualTo(200);
        }
    }

    /** scipy.special.voigt_profile(x, sigma, gamma) with gamma half the natural width; ratios drop the window's norm. */
    @Test
    void profileAgreesWithScipy() {
        Window window = new Window(0, 200);
        Density density = new Voigt(new PeakStart(100, 2.5, 1.25), Voigt.NaturalWidth.KNOWN)
                .on(window)
                .at(new double[] {100, 1.25, 2 * 1.2477});
        assertThat(density.value(103) / density.value(100)).isCloseTo(0.3232308338095982, withPercentage(1e-9));
    }

    @Test
    void radiativePeakWithoutTailIsTheVoigtPeak() {
        Window window = new Window(60, 120);
        PeakStart start = new PeakStart(91, 2.5, 1.5);
        Density voigt = new Voigt(start, Voigt.NaturalWidth.KNOWN).on(window).at(new double[] {91, 1.5, 2.5});
        Density radiative = new RadiativeBreitWigner(start, RadiativeBreitWigner.Line.BREIT_WIGNER)
                .on(window)
                .at(new double[] {91, 1.5, 5, 50, 2.5});
        for (double mass : new double[] {75, 86, 89, 90.5, 91, 92.2, 95, 103}) {
            assertThat(radiative.value(mass)).isCloseTo(voigt.value(mass), withPercentage(0.1));
        }
    }
}
