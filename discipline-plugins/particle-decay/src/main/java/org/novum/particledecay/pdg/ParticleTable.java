package org.novum.particledecay.pdg;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Masses, widths and charges of the Review of Particle Physics 2026 (Particle Data Group; data under CC BY 4.0).
 *
 * <p>Holds each state and its antiparticle; order is that of the table, particles before antiparticles.
 */
public final class ParticleTable {
    /** The edition of the Review of Particle Physics. */
    public static final String EDITION = "2026";

    private static final ParticleTable STANDARD = read();

    private final Map<Integer, Particle> byId;
    private final Map<String, Particle> byName;

    private ParticleTable(Map<Integer, Particle> byId) {
        this.byId = Collections.unmodifiableMap(byId);
        this.byName = new HashMap<>();
        byId.values().forEach(particle -> byName.putIfAbsent(particle.name(), particle));
    }

    /** The table that comes with this discipline. */
    public static ParticleTable standard() {
        return STANDARD;
    }

    /** The state with a PDG number, if the table has it. */
    public Optional<Particle> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The state with an ASCII name, if the table has it. */
    public Optional<Particle> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The state with a PDG number; an unknown number is an error. */
    public Particle particle(int id) {
        return find(id).orElseThrow(() -> new PdgException("PDG number " + id
                + " is not in the particle table; use the Monte Carlo numbers of the Particle Data Group"));
    }

    /** Rest mass in GeV of a PDG number; an unknown number is an error. */
    public double mass(int id) {
        return particle(id).mass();
    }

    /** All states and antiparticles. */
    public Collection<Particle> all() {
        return byId.values();
    }

    private static ParticleTable read() {
        Map<Integer, Particle> particles = new LinkedHashMap<>();
        for (String[] row : TableResource.rows("particles.csv", 7)) {
            Particle particle = new Particle(Integer.parseInt(row[0]), row[1], Double.parseDouble(row[2]),
                    Double.parseDouble(row[3]), Double.parseDouble(row[4]), Integer.parseInt(row[5]),
                    row[6].equals("1"), row.length > 7 ? row[7] : "");
            particles.put(particle.id(), particle);
        }
        for (Particle particle : java.util.List.copyOf(particles.values())) {
            particles.putIfAbsent(particle.conjugate().id(), particle.conjugate());
        }
        return new ParticleTable(particles);
    }
}
