package org.novum.particledecay.generate;

/**
 * One four-momentum.
 *
 * @param energy energy in GeV
 * @param px momentum along x in GeV
 * @param py momentum along y in GeV
 * @param pz momentum along z in GeV
 */
public record LorentzVector(double energy, double px, double py, double pz) {
    /** The vector of a particle of given mass and momentum. */
    public static LorentzVector ofMass(double mass, double px, double py, double pz) {
        return new LorentzVector(Math.sqrt(mass * mass + px * px + py * py + pz * pz), px, py, pz);
    }

    /** The sum of two vectors. */
    public LorentzVector plus(LorentzVector other) {
        return new LorentzVector(energy + other.energy, px + other.px, py + other.py, pz + other.pz);
    }

    /** Invariant mass in GeV; space-like rounding gives 0. */
    public double mass() {
        return Math.sqrt(Math.max(0, energy * energy - px * px - py * py - pz * pz));
    }

    /** Magnitude of the momentum in GeV. */
    public double momentum() {
        return Math.sqrt(px * px + py * py + pz * pz);
    }

    /** This vector, given in the rest frame of {@code frame}, seen where {@code frame} has its momentum. */
    public LorentzVector boostedBy(LorentzVector frame) {
        double mass = frame.mass();
        double along = px * frame.px + py * frame.py + pz * frame.pz;
        double boosted = (energy * frame.energy + along) / mass;
        double factor = (energy + boosted) / (mass + frame.energy);
        return new LorentzVector(boosted, px + factor * frame.px, py + factor * frame.py, pz + factor * frame.pz);
    }

    /** The same particle with its momentum multiplied: direction and mass stay, the energy follows. */
    public LorentzVector scaled(double factor, double mass) {
        return ofMass(mass, px * factor, py * factor, pz * factor);
    }
}
