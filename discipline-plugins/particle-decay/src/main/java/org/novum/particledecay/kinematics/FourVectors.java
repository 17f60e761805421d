package org.novum.particledecay.kinematics;

import org.apache.commons.math3.util.FastMath;

/**
 * Four-momenta of one daughter over all candidates, as columns.
 *
 * @param energy energies in GeV, one per candidate
 * @param px momentum components along x in GeV
 * @param py momentum components along y in GeV
 * @param pz momentum components along z (the beam) in GeV
 */
public record FourVectors(double[] energy, double[] px, double[] py, double[] pz) {

    /** Checks that all four columns have one length. */
    public FourVectors {
        if (energy.length != px.length || px.length != py.length || py.length != pz.length) {
            throw new KinematicsException("four-vector columns differ in length: E " + energy.length + ", px "
                    + px.length + ", py " + py.length + ", pz " + pz.length + "; give one value per candidate");
        }
    }

    /** Number of candidates. */
    public int size() {
        return energy.length;
    }

    /** Squared momentum of candidate {@code row} in GeV². */
    public double momentumSquared(int row) {
        return Math.fma(px[row], px[row], Math.fma(py[row], py[row], pz[row] * pz[row]));
    }

    /** The same momenta carried by a particle of another mass: the energies follow, the momenta stay. */
    public FourVectors withMass(double mass) {
        double[] changed = new double[size()];
        for (int row = 0; row < changed.length; row++) {
            changed[row] = Math.sqrt(Math.fma(mass, mass, momentumSquared(row)));
        }
        return new FourVectors(changed, px, py, pz);
    }

    /** The candidates at {@code rows}, in that order. */
    public FourVectors rows(int[] rows) {
        return new FourVectors(pick(energy, rows), pick(px, rows), pick(py, rows), pick(pz, rows));
    }

    /**
     * Builds Cartesian vectors from collider coordinates.
     *
     * @param pt transverse momenta in GeV
     * @param eta pseudorapidities
     * @param phi azimuths in radians
     * @param mass rest mass of the particle in GeV
     */
    public static FourVectors fromTransverse(double[] pt, double[] eta, double[] phi, double mass) {
        int size = pt.length;
        double[] energy = new double[size];
        double[] px = new double[size];
        double[] py = new double[size];
        double[] pz = new double[size];
        for (int row = 0; row < size; row++) {
            px[row] = pt[row] * FastMath.cos(phi[row]);
            py[row] = pt[row] * FastMath.sin(phi[row]);
            pz[row] = pt[row] * FastMath.sinh(eta[row]);
            energy[row] = Math.sqrt(Math.fma(mass, mass, Math.fma(pt[row], pt[row], pz[row] * pz[row])));
        }
        return new FourVectors(energy, px, py, pz);
    }

    static double[] pick(double[] column, int[] rows) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = column[rows[i]];
        }
        return picked;
    }
}
