package org.novum.particledecay.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.novum.particledecay.pdg.DecayModes;
import org.novum.particledecay.pdg.Particle;
import org.novum.particledecay.pdg.ParticleTable;

/**
 * Matches a found peak to the states that are known.
 *
 * <p>A peak is a known state if the masses agree within three standard deviations of the statistical error and the mass
 * scale together, the charge fits, and the state is not broader than the peak. Known decay modes come first.
 */
final class KnownStates {
    private static final double STANDARD_DEVIATIONS = 3;
    private static final double FULL_WIDTH = 2.3548;
    private static final double ROOM_FOR_WIDTH = 2.5;

    private KnownStates() {}

    /**
     * A match.
     *
     * @param particle that the peak is
     * @param listed whether this decay of it is in the table of known modes
     */
    record Match(Particle particle, boolean listed) {}

    /**
     * A peak.
     *
     * @param mass in GeV
     * @param massError statistical, in GeV
     * @param sigma of the peak in GeV
     */
    record Peak(double mass, double massError, double sigma) {}

    /** The known state that a peak in this final state is, if any. */
    static Optional<Match> match(Peak peak, List<Integer> finalState, double massScale) {
        int[] daughters = finalState.stream().mapToInt(Integer::intValue).toArray();
        ParticleTable table = ParticleTable.standard();
        int charge = finalState.stream().mapToInt(id -> table.particle(id).charge()).sum();
        int baryonNumber = finalState.stream().mapToInt(Particle::baryonNumber).sum();
        double tolerance = STANDARD_DEVIATIONS * StrictMath.hypot(peak.massError(), massScale * peak.mass());
        return table.all().stream()
                .filter(particle -> Math.abs(particle.mass() - peak.mass()) <= tolerance)
                .filter(particle -> particle.charge() == charge && Particle.baryonNumber(particle.id()) == baryonNumber)
                .filter(particle -> particle.width() <= ROOM_FOR_WIDTH * FULL_WIDTH * peak.sigma())
                .map(particle -> new Match(particle, DecayModes.standard().listed(particle.id(), daughters)))
                .min(Comparator.comparing((Match match) -> !match.listed())
                        .thenComparingDouble(match -> Math.abs(match.particle().mass() - peak.mass()))
                        .thenComparingInt(match -> match.particle().id()));
    }
}
