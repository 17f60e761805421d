package org.novum.particledecay.pdg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PdgTest {
    private final ParticleTable table = ParticleTable.standard();

    @Test
    void massesAreThoseOfTheReview2026() {
        assertThat(table.mass(443)).isEqualTo(3.0969);
        assertThat(table.mass(553)).isEqualTo(9.4604);
        assertThat(table.mass(223)).isEqualTo(0.78266);
        assertThat(table.particle(223).width()).isEqualTo(0.00868);
        assertThat(table.mass(-13)).isCloseTo(0.1056583755, within(1e-12));
        assertThat(table.all().stream().filter(particle -> particle.id() > 0).count()).isGreaterThan(250);
    }

    @Test
    void antiparticlesHaveOppositeChargeAndNumbers() {
        for (Particle particle : table.all()) {
            Particle conjugate = table.particle(particle.conjugate().id());
            assertThat(conjugate.threeCharge()).isEqualTo(-particle.threeCharge());
            assertThat(conjugate.mass()).isEqualTo(particle.mass());
            assertThat(Particle.baryonNumber(conjugate.id()))
                    .isEqualTo(particle.selfConjugate() ? 0 : -Particle.baryonNumber(particle.id()));
        }
        assertThat(table.particle(-211).name()).isEqualTo("pi-");
    }

    @Test
    void everyListedModeConservesChargeBaryonNumberLeptonFlavourAndEnergy() {
        for (DecayMode mode : DecayModes.standard().all()) {
            int charge = mode.daughters().stream().mapToInt(id -> table.particle(id).threeCharge()).sum();
            int baryons = mode.daughters().stream().mapToInt(Particle::baryonNumber).sum();
            double masses = mode.daughters().stream().mapToDouble(table::mass).sum();
            Particle parent = table.particle(mode.parent());
            assertThat(charge).as("charge in %s", mode).isEqualTo(parent.threeCharge());
            assertThat(baryons).as("baryon number in %s", mode).isEqualTo(Particle.baryonNumber(parent.id()));
            // A broad parent may decay from the upper part of its line shape.
            assertThat(masses).as("energy in %s", mode)
                    .isLessThan(parent.mass() + Math.max(0.002, 3 * parent.width()));
            assertThat(mode.fraction()).isBetween(0.0, 1.0);
        }
        assertThat(DecayModes.standard().all().size()).isGreaterThan(400);
    }

    @Test
    void findsModesInAnyOrderAndForConjugates() {
        DecayModes modes = DecayModes.standard();
        assertThat(modes.listed(443, -13, 13)).isTrue();
        assertThat(modes.listed(443, 13, -13)).isTrue();
        assertThat(modes.listed(443, 22, 22)).isFalse();
        assertThat(modes.listed(421, 211, -321)).isTrue();
        assertThat(modes.listed(-421, -211, 321)).isTrue();
        assertThat(modes.find(553, 13, -13).orElseThrow().fraction()).isEqualTo(0.0248);
    }

    @Test
    void candidatesOfAWindowComeNearestFirst() {
        List<Integer> parents = DecayModes.standard().candidates(new int[] {13, -13}, 9, 10.5).stream()
                .map(DecayMode::parent).toList();
        assertThat(parents).containsExactly(100553, 553, 200553);
    }

    @Test
    void conservationForbidsWhatNoSingleParentGives() {
        assertThat(Conservation.forbidden(13, 13)).hasValueSatisfying(law -> assertThat(law).contains("charge -2"));
        assertThat(Conservation.forbidden(13, -11)).hasValueSatisfying(law -> assertThat(law).contains("lepton number"));
        assertThat(Conservation.forbidden(2212, 2212)).hasValueSatisfying(law -> assertThat(law).contains("baryon"));
        assertThat(Conservation.forbidden(211, 211)).isPresent();
        assertThat(Conservation.forbidden(2212, 211)).as("Delta++").isEmpty();
        assertThat(Conservation.forbidden(2212, -211, -211)).as("charge -1 with baryon number 1").isEmpty();
        assertThat(Conservation.forbidden(-2212, 211, 211, 211)).as("charge 2 of an antibaryon").isPresent();
        assertThat(Conservation.allows(0.2, 13, -13)).isFalse();
        assertThat(Conservation.allows(0.3, 13, -13)).isTrue();
    }

    @Test
    void combinationsAreThoseOneParentCanGive() {
        assertThat(Conservation.combinations(211, 211, -211)).usingRecursiveFieldByFieldElementComparator()
                .containsExactly(new int[] {0, 2}, new int[] {1, 2}, new int[] {0, 1, 2});
    }

    @Test
    void unknownNumbersAreNamed() {
        assertThatThrownBy(() -> table.mass(999_999)).isInstanceOf(PdgException.class).hasMessageContaining("999999");
    }
}
