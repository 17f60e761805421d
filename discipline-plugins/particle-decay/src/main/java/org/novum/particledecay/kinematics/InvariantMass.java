package org.novum.particledecay.kinematics;

import java.util.List;

/** Invariant masses of candidates, in GeV: m² = (ΣE)² − |Σp|². */
public final class InvariantMass {
    private InvariantMass() {}

    /** Mass of each candidate from the energies as given; space-like rounding (m² &lt; 0) gives 0. */
    public static double[] of(Candidates candidates) {
        return of(candidates.daughters());
    }

    /** Mass of each candidate with every daughter given the rest mass (GeV) of another identity. */
    public static double[] under(Candidates candidates, double[] masses) {
        List<FourVectors> daughters = candidates.daughters();
        if (masses.length != daughters.size()) {
            throw new KinematicsException("channel " + candidates.channel() + ": " + masses.length + " masses for "
                    + daughters.size() + " daughters; give one mass per daughter");
        }
        FourVectors[] changed = new FourVectors[masses.length];
        for (int daughter = 0; daughter < masses.length; daughter++) {
            changed[daughter] = daughters.get(daughter).withMass(masses[daughter]);
        }
        return of(List.of(changed));
    }

    /** Mass of each candidate of the given daughters. */
    public static double[] of(List<FourVectors> daughters) {
        int size = daughters.getFirst().size();
        double[] masses = new double[size];
        for (int row = 0; row < size; row++) {
            double energy = 0;
            double px = 0;
            double py = 0;
            double pz = 0;
            for (FourVectors daughter : daughters) {
                energy += daughter.energy()[row];
                px += daughter.px()[row];
                py += daughter.py()[row];
                pz += daughter.pz()[row];
            }
            double squared = Math.fma(energy, energy, -Math.fma(px, px, Math.fma(py, py, pz * pz)));
            masses[row] = Math.sqrt(Math.max(0, squared));
        }
        return masses;
    }
}
