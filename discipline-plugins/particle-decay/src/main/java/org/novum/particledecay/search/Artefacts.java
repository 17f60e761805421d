package org.novum.particledecay.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.novum.particledecay.kinematics.InvariantMass;
import org.novum.particledecay.kinematics.MassDerivatives;
import org.novum.particledecay.kinematics.MassResolution;
import org.novum.particledecay.pdg.DecayMode;
import org.novum.particledecay.pdg.DecayModes;
import org.novum.particledecay.pdg.ParticleTable;
import org.novum.particledecay.scan.ScanResult;
import org.novum.particledecay.scan.Spectrum;
import org.novum.statistics.significance.Discovery;

/**
 * Excesses that are real and yet no state of the channel: known decays whose daughters were given another identity.
 *
 * <p>Every candidate's mass is computed again with one daughter exchanged (pion, kaon, proton, muon). If a known state with
 * a listed decay into the exchanged final state then stands out as a narrower peak, and clearly more significant than the
 * excess, the excess is its reflection.
 */
final class Artefacts {
    private static final Map<Integer, List<Integer>> MISTAKEN_FOR = Map.of(
            211, List.of(321, 2212, 13),
            321, List.of(211, 2212),
            2212, List.of(211, 321),
            13, List.of(211));
    private static final double CLEARLY = 1;
    private static final double CORE = 2;
    private static final double SIDE_FROM = 3;
    private static final double SIDE_TO = 7;

    private Artefacts() {}

    /** Why the excess is no state of this channel; empty where nothing speaks against it. */
    static Optional<String> veto(ChannelSample sample, Spectrum spectrum, ScanResult.Peak peak, SearchOptions options) {
        double own = counted(InvariantMass.of(sample.candidates()), peak.mass(), peak.sigma());
        for (int daughter = 0; daughter < sample.finalState().size(); daughter++) {
            int identity = sample.finalState().get(daughter);
            for (int other : MISTAKEN_FOR.getOrDefault(Math.abs(identity), List.of())) {
                int sign = charge(other) == charge(Math.abs(identity)) ? 1 : -1;
                int exchanged = Integer.signum(identity) * sign * other;
                Optional<String> reflection = reflection(sample, daughter, exchanged, own + CLEARLY, options);
                if (reflection.isPresent()) {
                    return reflection;
                }
            }
        }
        return Optional.empty();
    }

    private static int charge(int identity) {
        return Integer.signum(ParticleTable.standard().particle(identity).charge());
    }

    private static Optional<String> reflection(
            ChannelSample sample, int daughter, int exchanged, double toBeat, SearchOptions options) {
        ParticleTable table = ParticleTable.standard();
        List<Integer> finalState = new ArrayList<>(sample.finalState());
        finalState.set(daughter, exchanged);
        List<DecayMode> modes = DecayModes.standard()
                .into(finalState.stream().mapToInt(Integer::intValue).toArray());
        if (modes.isEmpty()) {
            return Optional.empty();
        }
        double[] restMasses = finalState.stream().mapToDouble(table::mass).toArray();
        double[] masses = InvariantMass.under(sample.candidates(), restMasses);
        double[] errors = MassDerivatives.of(sample.candidates()).sigma(options.resolution());
        MassResolution resolution = MassResolution.smooth(masses, errors);
        for (DecayMode mode : modes) {
            double mass = table.mass(mode.parent());
            double significance = 0;
            // The scale and the resolution are known to their systematic errors only: the best of a few places counts.
            for (double shift : new double[] {-options.massScale(), 0, options.massScale()}) {
                double sigma = Math.max(resolution.at(mass), options.massScale() * mass / 2);
                significance = Math.max(significance, counted(masses, mass * (1 + shift), sigma));
            }
            if (significance > toBeat) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "a reflection: with daughter %d taken as %s the candidates peak at %s (%.0f MeV) with %.1f sigma",
                        daughter + 1,
                        table.particle(exchanged).name(),
                        table.particle(mode.parent()).name(),
                        1000 * mass,
                        significance));
            }
        }
        return Optional.empty();
    }

    /** Asimov-like significance of the count within two sigma over its side bands. */
    private static double counted(double[] masses, double mass, double sigma) {
        double inside = 0;
        double beside = 0;
        for (double candidate : masses) {
            double distance = Math.abs(candidate - mass) / sigma;
            inside += distance < CORE ? 1 : 0;
            beside += distance > SIDE_FROM && distance < SIDE_TO ? 1 : 0;
        }
        double background = beside * CORE / (SIDE_TO - SIDE_FROM);
        double signal = inside - background;
        if (signal <= 0) {
            return 0;
        }
        double error = Math.sqrt(Math.max(beside, 1)) * CORE / (SIDE_TO - SIDE_FROM);
        return Discovery.asimov(signal, Math.max(background, error), error);
    }
}
