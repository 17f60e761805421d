package org.novum.particledecay.pdg;

/**
 * One state of the Particle Data Group's tables.
 *
 * @param id PDG Monte Carlo number; negative for antiparticles
 * @param name ASCII name, for instance {@code J/psi}
 * @param mass mass in GeV
 * @param massError larger of the two errors of the mass in GeV
 * @param width full width in GeV; negative when not measured
 * @param threeCharge electric charge in units of e/3
 * @param selfConjugate whether it is its own antiparticle
 * @param quarks quark content as the tables write it; empty when unknown
 */
public record Particle(int id, String name, double mass, double massError, double width, int threeCharge,
        boolean selfConjugate, String quarks) {

    /** Charge in units of e, for hadrons and leptons. */
    public int charge() {
        return threeCharge / 3;
    }

    /** The antiparticle; itself when self-conjugate. */
    public Particle conjugate() {
        if (selfConjugate) {
            return this;
        }
        String conjugateName = name.startsWith("anti-") ? name.substring(5) : conjugateName();
        return new Particle(-id, conjugateName, mass, massError, width, -threeCharge, false, quarks);
    }

    private String conjugateName() {
        if (name.endsWith("+") && !name.endsWith("++") && baryonNumber(id) == 0) {
            return name.substring(0, name.length() - 1) + "-";
        }
        if (name.endsWith("-") && baryonNumber(id) == 0) {
            return name.substring(0, name.length() - 1) + "+";
        }
        return "anti-" + name;
    }

    /** Baryon number of a PDG number: ±1 where the thousands digit names a third quark. */
    public static int baryonNumber(int id) {
        int magnitude = Math.abs(id) % 10000;
        boolean baryon = magnitude >= 1000 && magnitude / 10 % 10 != 0 && Math.abs(id) < 1_000_000_000;
        return baryon ? Integer.signum(id) : 0;
    }

    /** Quarks of one flavour (s, c or b) less its antiquarks; 0 for mixtures such as K0_S, and where it is unknown. */
    public int flavour(char quark) {
        int antiquark = Character.toUpperCase(quark);
        int net = (int) quarks.chars().map(each -> each == quark ? 1 : each == antiquark ? -1 : 0).sum();
        return Integer.signum(id) * net;
    }

    /** Lepton number of one flavour (11 electron, 13 muon, 15 tau) carried by a PDG number. */
    public static int leptonNumber(int id, int flavour) {
        int magnitude = Math.abs(id);
        return magnitude == flavour || magnitude == flavour + 1 ? Integer.signum(id) : 0;
    }
}
