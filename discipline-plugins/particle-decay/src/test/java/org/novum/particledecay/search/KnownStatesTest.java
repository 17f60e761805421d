package org.novum.particledecay.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.particledecay.kinematics.MassResolution;
import org.novum.particledecay.scan.MassPrior;
import org.novum.particledecay.scan.Spectrum;

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

    /** Both D0 and its antiparticle decay to K- pi+, one of them three hundred times more often. */
    @ParameterizedTest
    @CsvSource({"-321, 211, D0", "321, -211, anti-D0", "211, -211, D0", "321, -321, D0"})
    void ofAStateAndItsAntiparticleItIsTheLikelierOne(int first, int second, String name) {
        assertThat(KnownStates.match(new KnownStates.Peak(1.8645, 0.0005, 0.009), List.of(first, second), 0.003))
                .map(match -> match.particle().name())
                .hasValue(name);
    }

    @Test
    void thePriorPointsAtNarrowStatesWithAListedDecay() {
        double[] masses = IntStream.range(0, 1000).mapToDouble(i -> 2.5 + i * 0.002).toArray();
        Spectrum spectrum = Spectrum.of(
                masses, MassResolution.relative(0.006), 0.2113);
        MassPrior prior =
                KnownStates.prior(MUONS, spectrum, SearchOptions.of(MissingNode.getInstance()));
        assertThat(prior.weight()).isEqualTo(10);
        assertThat(prior.places()).anyMatch(place -> place.contains(3.0969)).anyMatch(place -> place.contains(3.6861));
        assertThat(prior.places()).as("psi(4160) is 70 MeV wide").noneMatch(place -> place.contains(4.16));
        assertThat(prior.places()).noneMatch(place -> place.contains(3.4));
        assertThat(prior.places()).allMatch(place -> place.high() - place.low() < 0.04);
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

    /** J/psi pi pi at 3872 MeV; Z_c, P_c, Omega_c and Xi_cc with their discovery modes (Review of Particle Physics 2024). */
    @ParameterizedTest
    @CsvSource({
        "3.8715, 0.0002, 0.003, 443 211 -211, chi(c1)(3872)",
        "3.8720, 0.0010, 0.005, 13 -13 211 -211, chi(c1)(3872)",
        "3.8900, 0.0030, 0.015, 443 211, Z(c)(3900)+",
        "4.3120, 0.0010, 0.006, 443 2212, P(c)(4312)+",
        "4.4570, 0.0010, 0.004, 13 -13 2212, P(c)(4457)+",
        "3.6215, 0.0008, 0.006, 4122 -321 211 211, Xi(cc)++",
        "3.0655, 0.0003, 0.003, 4232 -321, Omega(c)(3065)",
        "4.2200, 0.0040, 0.025, 443 211 -211, psi(4230)",
        "3.8747, 0.0001, 0.001, 421 421 211, T(cc)(3875)+",
        "10.885, 0.0030, 0.020, 553 211 -211, Upsilon(10860)",
    })
    void recentStatesAreKnown(double mass, double error, double sigma, String daughters, String name) {
        List<Integer> finalState =
                java.util.Arrays.stream(daughters.split(" ")).map(Integer::valueOf).toList();
        assertThat(KnownStates.match(new KnownStates.Peak(mass, error, sigma), finalState, 0.0005))
                .hasValueSatisfying(match -> {
                    assertThat(match.particle().name()).isEqualTo(name);
                    assertThat(match.listed()).isTrue();
                });
    }

    /** D2*(2460) is 47 MeV broad and charmed: neither a narrow peak nor one without charm is it by chance. */
    @Test
    void aBroadStateIsNotMatchedByChance() {
        List<Integer> withoutCharm = List.of(321, -211, 111);
        assertThat(KnownStates.match(new KnownStates.Peak(2.4611, 0.002, 0.02), withoutCharm, 0.003)).isEmpty();
        List<Integer> charmed = List.of(431, -321);
        assertThat(KnownStates.match(new KnownStates.Peak(2.4611, 0.002, 0.012), charmed, 0.003)).isEmpty();
        assertThat(KnownStates.match(new KnownStates.Peak(2.4611, 0.002, 0.02), charmed, 0.003))
                .map(match -> match.particle().name())
                .contains("D(2)*(2460)0");
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
