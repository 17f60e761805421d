package org.novum.particledecay.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Masses as measured in CMS data, which are 0.1 to 0.3 % below those of the Particle Data Group. */
class KnownStatesTest {
    private static final List<Integer> MUONS = List.of(13, -13);

    @ParameterizedTest
    @CsvSource({
        "9.4451, 0.003, 0.085, Upsilon(1S)",
        "10.0165, 0.0098, 0.085, Upsilon(2S)",
        "10.3418, 0.0135, 0.087, Upsilon(3S)",
        "3.0982, 0.0079, 0.043, J/psi(1S)",
        "0.78094, 0.0007, 0.0112, omega(782)",
        "1.0190, 0.0005, 0.011, phi(1020)",
        "90.778, 0.03, 1.9, Z",
    })
    void isTheNearestListedState(double mass, double error, double sigma, String name) {
        assertThat(KnownStates.match(new KnownStates.Peak(mass, error, sigma), MUONS, 0.003))
                .hasValueSatisfying(match -> {
                    assertThat(match.particle().name()).isEqualTo(name);
                    assertThat(match.listed()).isTrue();
                });
    }

    /** The rho lies 7 MeV from the omega and is 150 MeV wide: a peak of 11 MeV cannot be it. */
    @Test
    void aNarrowPeakIsNoBroadState() {
        assertThat(KnownStates.match(new KnownStates.Peak(0.7753, 0.0007, 0.011), MUONS, 0.003))
                .map(match -> match.particle().name())
                .isNotEqualTo(Optional.of("rho(770)0"));
        assertThat(KnownStates.match(new KnownStates.Peak(0.7753, 0.0007, 0.06), MUONS, 0.003))
                .map(match -> match.particle().name())
                .isEqualTo(Optional.of("rho(770)0"));
    }

    @ParameterizedTest
    @CsvSource({"83.9, 0.3, 1.5", "9.2, 0.02, 0.08", "4.5, 0.02, 0.05", "110, 0.5, 2"})
    void nothingIsKnownHere(double mass, double error, double sigma) {
        assertThat(KnownStates.match(new KnownStates.Peak(mass, error, sigma), MUONS, 0.003)
                        .filter(KnownStates.Match::listed))
                .isEmpty();
    }

    @Test
    void theChargeMustFit() {
        assertThat(KnownStates.match(new KnownStates.Peak(3.0969, 0.001, 0.03), List.of(13, 13), 0.003)).isEmpty();
        assertThat(KnownStates.match(new KnownStates.Peak(1.8696, 0.001, 0.01), List.of(-321, 211, 211), 0.003))
                .hasValueSatisfying(match -> {
                    assertThat(match.particle().charge()).isPositive();
                    assertThat(match.listed()).isTrue();
                });
    }

    @Test
    void theMassScaleDecidesHowNearIsNear() {
        KnownStates.Peak low = new KnownStates.Peak(9.36, 0.003, 0.08);
        assertThat(KnownStates.match(low, MUONS, 0.001)).isEmpty();
        assertThat(KnownStates.match(low, MUONS, 0.005)).map(match -> match.particle().name()).contains("Upsilon(1S)");
    }
}
