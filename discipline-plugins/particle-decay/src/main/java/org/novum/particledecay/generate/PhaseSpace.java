package org.novum.particledecay.generate;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.util.FastMath;

/**
 * N-body Lorentz-invariant phase space by successive two-body decays: GENBOD, F. James, CERN 68-15 (1968).
 *
 * <p>Sorted uniform numbers give the masses of the intermediate systems; the weight of an event is the product of the
 * break-up momenta. Events of unit weight come from rejection against the bound of the original program.
 */
public final class PhaseSpace {
    private final double[] masses;
    private final double massSum;

    /**
     * @param masses rest masses of the daughters in GeV, two or more
     */
    public PhaseSpace(double... masses) {
        if (masses.length < 2) {
            throw new GenerateException("phase space of " + masses.length + " daughters; give two or more");
        }
        this.masses = masses.clone();
        this.massSum = Arrays.stream(masses).sum();
    }

    /** Sum of the daughters' rest masses in GeV. */
    public double threshold() {
        return massSum;
    }

    /** Product of the break-up momenta of one draw, in GeV^(n−1), with its four-vectors. */
    public WeightedDecay weighted(double parentMass, SplittableRandom random) {
        double free = parentMass - massSum;
        if (!(free > 0)) {
            throw new GenerateException("a parent of " + parentMass + " GeV cannot decay to daughters of together "
                    + massSum + " GeV");
        }
        int size = masses.length;
        double[] uniforms = new double[size];
        for (int i = 1; i < size - 1; i++) {
            uniforms[i] = random.nextDouble();
        }
        uniforms[size - 1] = 1;
        Arrays.sort(uniforms);
        double[] system = new double[size];
        double partial = 0;
        for (int i = 0; i < size; i++) {
            partial += masses[i];
            system[i] = uniforms[i] * free + partial;
        }
        double weight = 1;
        double[] momenta = new double[size];
        for (int i = 1; i < size; i++) {
            momenta[i] = breakUpMomentum(system[i], system[i - 1], masses[i]);
            weight *= momenta[i];
        }
        return new WeightedDecay(weight, build(system, momenta, random));
    }

    /** Four-vectors of unit weight in the parent's rest frame. */
    public LorentzVector[] decay(double parentMass, SplittableRandom random) {
        double bound = masses.length == 2 ? 0 : bound(parentMass);
        while (true) {
            WeightedDecay drawn = weighted(parentMass, random);
            if (masses.length == 2 || random.nextDouble() * bound < drawn.weight()) {
                return drawn.daughters();
            }
        }
    }

    /** An upper bound of {@link WeightedDecay#weight()} at a parent mass. */
    public double bound(double parentMass) {
        double free = parentMass - massSum;
        double low = 0;
        double high = free + masses[0];
        double bound = 1;
        for (int i = 1; i < masses.length; i++) {
            low += masses[i - 1];
            high += masses[i];
            bound *= breakUpMomentum(high, low, masses[i]);
        }
        return bound;
    }

    /** Momentum of two bodies in the rest frame of their parent, in GeV. */
    public static double breakUpMomentum(double parent, double first, double second) {
        double product = (parent - first - second) * (parent + first + second) * (parent + first - second)
                * (parent - first + second);
        return Math.sqrt(Math.max(0, product)) / (2 * parent);
    }

    /**
     * One draw.
     *
     * @param weight its density relative to phase space
     * @param daughters four-vectors in the parent's rest frame
     */
    public record WeightedDecay(double weight, LorentzVector[] daughters) {}

    private LorentzVector[] build(double[] system, double[] momenta, SplittableRandom random) {
        LorentzVector[] daughters = new LorentzVector[masses.length];
        for (int i = 1; i < masses.length; i++) {
            double cosine = 2 * random.nextDouble() - 1;
            double sine = Math.sqrt(Math.max(0, 1 - cosine * cosine));
            double azimuth = 2 * FastMath.PI * random.nextDouble();
            double x = momenta[i] * sine * FastMath.cos(azimuth);
            double y = momenta[i] * sine * FastMath.sin(azimuth);
            double z = momenta[i] * cosine;
            daughters[i] = LorentzVector.ofMass(masses[i], -x, -y, -z);
            LorentzVector recoiling = LorentzVector.ofMass(system[i - 1], x, y, z);
            if (i == 1) {
                // The first daughter is its own system: no boost, which a photon would not survive.
                daughters[0] = recoiling;
                continue;
            }
            for (int j = 0; j < i; j++) {
                daughters[j] = daughters[j].boostedBy(recoiling);
            }
        }
        return daughters;
    }
}
