package org.novum.particledecay.kinematics;

import java.util.List;

/**
 * How the mass of each candidate answers to the relative momentum errors of its daughters (delta method).
 *
 * <p>With p → p(1+ε) at fixed direction and rest mass, m ∂m/∂ε_i = E p_i²/E_i − P·p_i, where (E, P) is the sum of all
 * daughters. Independent errors r_i then give σ_m² = Σ (r_i ∂m/∂ε_i)². The daughters fall into two classes of unknown
 * resolution each: charged tracks (and what is made of them) and photons (and π⁰).
 *
 * @param tracks Σ(∂m/∂ε)² over track-like daughters, in GeV², one per candidate
 * @param photons Σ(∂m/∂ε)² over photon-like daughters, in GeV², one per candidate
 */
public record MassDerivatives(double[] tracks, double[] photons) {
    private static final int PHOTON = 22;
    private static final int NEUTRAL_PION = 111;
    private static final int ETA = 221;

    /** Propagates for every candidate; identities decide the class of each daughter. */
    public static MassDerivatives of(Candidates candidates) {
        List<FourVectors> daughters = candidates.daughters();
        double[] masses = InvariantMass.of(candidates);
        double[] tracks = new double[candidates.size()];
        double[] photons = new double[candidates.size()];
        for (int daughter = 0; daughter < daughters.size(); daughter++) {
            for (int row = 0; row < masses.length; row++) {
                double derivative = derivative(daughters, daughter, row) / Math.max(masses[row], 1e-9);
                double[] sums = isPhotonLike(candidates.pids()[daughter][row]) ? photons : tracks;
                sums[row] = Math.fma(derivative, derivative, sums[row]);
            }
        }
        return new MassDerivatives(tracks, photons);
    }

    /** Mass error of each candidate in GeV for the given relative momentum resolutions. */
    public double[] sigma(MomentumResolution resolution) {
        double[] sigma = new double[tracks.length];
        double trackVariance = resolution.tracks() * resolution.tracks();
        double photonVariance = resolution.photons() * resolution.photons();
        for (int row = 0; row < sigma.length; row++) {
            sigma[row] = Math.sqrt(Math.fma(trackVariance, tracks[row], photonVariance * photons[row]));
        }
        return sigma;
    }

    /** Whether a particle is measured by the calorimeter, with the resolution of photons. */
    public static boolean isPhotonLike(int pid) {
        return pid == PHOTON || pid == NEUTRAL_PION || pid == ETA;
    }

    private static double derivative(List<FourVectors> daughters, int chosen, int row) {
        FourVectors self = daughters.get(chosen);
        double energy = 0;
        double projection = 0;
        for (FourVectors other : daughters) {
            energy += other.energy()[row];
            projection = Math.fma(other.px()[row], self.px()[row],
                    Math.fma(other.py()[row], self.py()[row], Math.fma(other.pz()[row], self.pz()[row], projection)));
        }
        return energy * self.momentumSquared(row) / Math.max(self.energy()[row], 1e-12) - projection;
    }
}
