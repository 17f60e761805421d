package org.novum.particledecay.generate;

import java.util.SplittableRandom;
import org.novum.particledecay.kinematics.MassDerivatives;
import org.novum.particledecay.kinematics.MomentumResolution;
import org.novum.particledecay.pdg.ParticleTable;

/**
 * What a detector does to momenta: a relative Gaussian error and a common scale.
 *
 * @param resolution relative momentum errors
 * @param scale factor on every momentum, 1 for a perfect calibration
 */
public record Detector(MomentumResolution resolution, double scale) {
    private static final int NEUTRAL_PION = 111;

    /** The measured momentum of a particle. */
    public LorentzVector measure(LorentzVector truth, int pid, SplittableRandom random) {
        double error = MassDerivatives.isPhotonLike(pid) ? resolution.photons() : resolution.tracks();
        if (pid == NEUTRAL_PION) {
            // Two photons share the energy: their independent errors average.
            error /= Math.sqrt(2);
        }
        double factor = Math.max(0.05, scale * (1 + error * Draws.gaussian(random)));
        return truth.scaled(factor, ParticleTable.standard().mass(pid));
    }

    /** Measures every daughter. */
    public LorentzVector[] measure(LorentzVector[] truth, int[] pids, SplittableRandom random) {
        LorentzVector[] measured = new LorentzVector[truth.length];
        for (int i = 0; i < truth.length; i++) {
            measured[i] = measure(truth[i], pids[i], random);
        }
        return measured;
    }

    /** Invariant mass of all, in GeV. */
    public static double mass(LorentzVector[] daughters) {
        LorentzVector sum = daughters[0];
        for (int i = 1; i < daughters.length; i++) {
            sum = sum.plus(daughters[i]);
        }
        return sum.mass();
    }
}
