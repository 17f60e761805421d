package org.novum.particledecay.pdg;

import java.util.List;

/**
 * One known decay mode.
 *
 * @param parent PDG number of the decaying state
 * @param daughters PDG numbers of the final state, ascending
 * @param fraction rounded branching fraction
 */
public record DecayMode(int parent, List<Integer> daughters, double fraction) {
    /** Where the table comes from. */
    public static final String CITATION = "S. Navas et al. (Particle Data Group), Phys. Rev. D 110, 030001 (2024), and "
            + "2026 edition";

    /** Sorts the daughters, so that equal final states are equal lists. */
    public DecayMode {
        daughters = daughters.stream().sorted().toList();
    }

    /** The mode of the antiparticle. */
    public DecayMode conjugate() {
        ParticleTable table = ParticleTable.standard();
        return new DecayMode(table.particle(parent).conjugate().id(),
                daughters.stream().map(id -> table.particle(id).conjugate().id()).toList(), fraction);
    }
}
