package org.novum.particledecay.generate;

import java.util.SplittableRandom;
import org.apache.commons.math3.util.FastMath;
import org.novum.particledecay.pdg.ParticleTable;
import org.novum.statistics.math.StableMath;

/** Production of parents in collisions, and their decay in flight to given daughters. */
final class Production {
    private final PhaseSpace phaseSpace;
    private final double meanTransverse;
    private final SplittableRandom random;

    Production(int[] pids, double meanTransverse, SplittableRandom random) {
        double[] masses = new double[pids.length];
        for (int i = 0; i < pids.length; i++) {
            masses[i] = ParticleTable.standard().mass(pids[i]);
        }
        this.phaseSpace = new PhaseSpace(masses);
        this.meanTransverse = meanTransverse;
        this.random = random;
    }

    double threshold() {
        return phaseSpace.threshold();
    }

    /** Daughters in the laboratory of a parent of the given mass. */
    LorentzVector[] decay(double mass) {
        LorentzVector parent = parent(mass);
        LorentzVector[] daughters = phaseSpace.decay(mass, random);
        for (int i = 0; i < daughters.length; i++) {
            daughters[i] = daughters[i].boostedBy(parent);
        }
        return daughters;
    }

    /** One particle of a mass with exponential transverse momentum, flat in rapidity over ±2. */
    LorentzVector parent(double mass) {
        return particle(mass, meanTransverse, random);
    }

    static LorentzVector particle(double mass, double meanTransverse, SplittableRandom random) {
        double transverse = Draws.exponential(meanTransverse, random);
        double azimuth = 2 * FastMath.PI * random.nextDouble();
        double rapidity = Draws.uniform(-2, 2, random);
        double transverseMass = Math.sqrt(mass * mass + transverse * transverse);
        double growth = StableMath.exp(rapidity);
        return LorentzVector.ofMass(mass, transverse * FastMath.cos(azimuth), transverse * FastMath.sin(azimuth),
                transverseMass * 0.5 * (growth - 1 / growth));
    }
}
