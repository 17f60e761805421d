package org.novum.particledecay.pdg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which final states can come from a single parent: charge, baryon number, lepton flavour and energy.
 *
 * <p>A parent is a meson, a lepton-free boson or a baryon. So charge is at most one in size without baryon number and
 * at most two with it, the baryon number is −1, 0 or 1, and each lepton flavour adds up to nothing. What these laws
 * forbid is not a hypothesis and is never enumerated, however large an excess it shows.
 */
public final class Conservation {
    private static final int[] FLAVOURS = {11, 13, 15};

    private Conservation() {}

    /** The law that forbids a single parent of these daughters, in words; empty when it is allowed. */
    public static Optional<String> forbidden(int... daughters) {
        ParticleTable table = ParticleTable.standard();
        int baryonNumber = Arrays.stream(daughters).map(Particle::baryonNumber).sum();
        if (Math.abs(baryonNumber) > 1) {
            return Optional.of("baryon number " + baryonNumber + ": no single hadron carries it");
        }
        int charge = Arrays.stream(daughters).map(id -> table.particle(id).charge()).sum();
        boolean tooCharged = baryonNumber == 0 ? Math.abs(charge) > 1
                : charge * baryonNumber > 2 || charge * baryonNumber < -1;
        if (tooCharged) {
            return Optional.of("charge " + charge + " with baryon number " + baryonNumber
                    + ": no meson or baryon of three quarks carries it");
        }
        for (int flavour : FLAVOURS) {
            int number = Arrays.stream(daughters).map(id -> Particle.leptonNumber(id, flavour)).sum();
            if (number != 0) {
                return Optional.of(table.particle(flavour).name() + " lepton number " + number
                        + ": it would not be conserved");
            }
        }
        return Optional.empty();
    }

    /** Whether a parent of {@code mass} (GeV) may decay to {@code daughters}. */
    public static boolean allows(double mass, int... daughters) {
        return forbidden(daughters).isEmpty() && mass >= threshold(daughters);
    }

    /** Sum of the rest masses in GeV: no parent is lighter. */
    public static double threshold(int... daughters) {
        return Arrays.stream(daughters).mapToDouble(ParticleTable.standard()::mass).sum();
    }

    /** Positions (from 0) of every sub-combination of two or more daughters, smallest first, that one parent can give. */
    public static List<int[]> combinations(int... daughters) {
        List<int[]> allowed = new ArrayList<>();
        for (int size = 2; size <= daughters.length; size++) {
            for (int mask = 1; mask < 1 << daughters.length; mask++) {
                if (Integer.bitCount(mask) == size) {
                    int chosen = mask;
                    int[] positions = java.util.stream.IntStream.range(0, daughters.length)
                            .filter(i -> (chosen >> i & 1) == 1).toArray();
                    if (forbidden(Arrays.stream(positions).map(i -> daughters[i]).toArray()).isEmpty()) {
                        allowed.add(positions);
                    }
                }
            }
        }
        return allowed;
    }
}
