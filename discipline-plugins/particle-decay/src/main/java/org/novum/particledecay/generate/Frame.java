package org.novum.particledecay.generate;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.novum.particledecay.kinematics.MassDerivatives;
import org.novum.particledecay.pdg.Conservation;

/**
 * Where a channel lives: its daughters, its mass window and how hard its parents are produced.
 *
 * @param pids PDG numbers of the daughters
 * @param low lower end of the window in GeV
 * @param high upper end of the window in GeV
 * @param meanTransverse mean transverse momentum of parents in GeV
 */
record Frame(int[] pids, double low, double high, double meanTransverse) {

    static Frame random(int[] pids, SplittableRandom random) {
        double threshold = Conservation.threshold(pids);
        double low = threshold + Draws.logUniform(0.15, 4, random);
        double high = low * Draws.uniform(1.25, 1.8, random);
        return new Frame(pids, low, high, Draws.uniform(1, 5, random));
    }

    static Frame around(int[] pids, double mass, SplittableRandom random) {
        double threshold = Conservation.threshold(pids);
        double low = Math.max(threshold + 0.3 * (mass - threshold), mass * Draws.uniform(0.72, 0.88, random));
        double high = mass * Draws.uniform(1.12, 1.4, random);
        return new Frame(pids, low, high, Draws.uniform(1, 5, random));
    }

    boolean photons() {
        return java.util.Arrays.stream(pids).anyMatch(MassDerivatives::isPhotonLike);
    }

    double range() {
        return high - low;
    }

    double threshold() {
        return Conservation.threshold(pids);
    }

    /** A density over a little more than the window, so that smearing leaves no holes at its ends. */
    TabulatedDensity padded(DoubleUnaryOperator shape) {
        double bottom = Math.max(threshold(), low * 0.9);
        // Below the window some families stop: continue them flat, only smearing brings such candidates in.
        return new TabulatedDensity(bottom, high * 1.1, m -> shape.applyAsDouble(Math.max(m, low)));
    }

    /** Part of a padded density inside the window. */
    double insideFraction(TabulatedDensity density) {
        int steps = 2000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += density.at(low + (i + 0.5) * range() / steps) * range() / steps;
        }
        return sum;
    }
}
