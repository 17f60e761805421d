package org.novum.particledecay.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.novum.particledecay.pdg.DecayMode;
import org.novum.particledecay.pdg.DecayModes;
import org.novum.particledecay.pdg.Particle;
import org.novum.particledecay.pdg.ParticleTable;
import org.novum.particledecay.scan.MassPrior;
import org.novum.particledecay.scan.MassWindow;
import org.novum.particledecay.scan.Spectrum;

/**
 * Matches a found peak to the states that are known.
 *
 * <p>A peak is a known state if the masses agree within three standard deviations of the statistical error and the mass
 * scale together, charge and baryon number fit, and the state is not broader than the peak. Known decay modes come first.
 * Where the table does not have the decay there are many states to fall upon by chance, above all broad ones: such a state
 * must fit the peak's width closely and, unless it decays weakly, have the flavour of the final state.
 */
final class KnownStates {
    private static final double STANDARD_DEVIATIONS = 3;
    private static final double FULL_WIDTH = 2.3548;
    private static final double ROOM_FOR_WIDTH = 2.5;
    private static final double ROOM_WHERE_NOT_LISTED = 1.25;
    /** States broader than this (GeV) decay by the strong force or electromagnetically, which keep flavour. */
    private static final double WEAK = 1e-9;
    private static final char[] FLAVOURS = {'s', 'c', 'b'};

    /** A peak is off its state by less than this many standard deviations of resolution, where there is enough of it. */
    private static final double OFF = 0.3;

    private KnownStates() {}

    /** Masses where a narrow state with a listed decay to these daughters is known, as the mass scale allows. */
    static MassPrior prior(List<Integer> finalState, Spectrum spectrum, SearchOptions options) {
        int[] daughters = finalState.stream().mapToInt(Integer::intValue).toArray();
        MassWindow window = spectrum.window();
        ParticleTable table = ParticleTable.standard();
        List<MassWindow> places = DecayModes.standard().candidates(daughters, window.low(), window.high()).stream()
                .map(mode -> table.particle(mode.parent()))
                .filter(parent -> parent.width() <= FULL_WIDTH * spectrum.resolution().at(parent.mass()))
                .map(Particle::mass)
                .distinct()
                .map(mass -> {
                    double reach = options.massScale() * mass + OFF * spectrum.resolution().at(mass);
                    return new MassWindow(mass - reach, mass + reach);
                })
                .toList();
        return new MassPrior(places, options.knownWeight());
    }

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
                .map(particle -> new Match(particle, DecayModes.standard().listed(particle.id(), daughters)))
                .filter(match -> match.particle().width() <= room(match) * FULL_WIDTH * peak.sigma())
                .filter(match -> match.listed() || keepsFlavour(match.particle(), finalState))
                .min(Comparator.comparing((Match match) -> !match.listed())
                        .thenComparingDouble(match -> Math.abs(match.particle().mass() - peak.mass()))
                        // A state and its antiparticle have one mass: the likelier decay, and the particle where both are.
                        .thenComparingDouble(match -> -fraction(match.particle(), daughters))
                        .thenComparingInt(match -> -match.particle().id()));
    }

    private static double fraction(Particle parent, int[] daughters) {
        return DecayModes.standard().find(parent.id(), daughters).map(DecayMode::fraction).orElse(0.0);
    }

    private static double room(Match match) {
        return match.listed() ? ROOM_FOR_WIDTH : ROOM_WHERE_NOT_LISTED;
    }

    private static boolean keepsFlavour(Particle parent, List<Integer> finalState) {
        if (parent.width() < WEAK && parent.width() >= 0) {
            return true;
        }
        ParticleTable table = ParticleTable.standard();
        long neutralKaons = finalState.stream().filter(KnownStates::isMixedKaon).count();
        for (char quark : FLAVOURS) {
            int daughters = finalState.stream().mapToInt(id -> table.particle(id).flavour(quark)).sum();
            long room = quark == 's' ? neutralKaons : 0;
            if (Math.abs(daughters - parent.flavour(quark)) > room) {
                return false;
            }
        }
        return true;
    }

    /** K0_S and K0_L, which are as much strange as antistrange. */
    private static boolean isMixedKaon(int id) {
        return id == 310 || id == 130;
    }
}
