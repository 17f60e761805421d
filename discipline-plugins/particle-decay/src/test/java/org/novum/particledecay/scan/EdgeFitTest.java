package org.novum.particledecay.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.novum.particledecay.kinematics.MassResolution;

/** An edge is found where it is, and its criterion is comparable with that of other models on the same bins. */
class EdgeFitTest {
    private static final MassResolution RESOLUTION = MassResolution.relative(0.006);
    private static final double EDGE = 3.01;

    private static Spectrum spectrum(double[] masses) {
        Arrays.sort(masses);
        return new Spectrum(masses, new MassWindow(2, 4), RESOLUTION, 0);
    }

    private static ScanResult.Peak at(double mass) {
        return new ScanResult.Peak(mass, 0.006 * mass, 1, 500);
    }

    /** Twice as dense below the edge as above it. */
    private static double[] step(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(9000)
                .map(u -> u < 2 * (EDGE - 2) / (2 * (EDGE - 2) + 4 - EDGE)
                        ? 2 + u * (2 * (EDGE - 2) + 4 - EDGE) / 2
                        : EDGE + u * (2 * (EDGE - 2) + 4 - EDGE) - 2 * (EDGE - 2))
                .toArray();
    }

    @Test
    void anEdgeIsPlacedWithinAFractionOfTheResolution() {
        EdgeFit.Edge edge = new EdgeFit(spectrum(step(3)), ScanOptions.standard()).near(at(2.98)).orElseThrow();
        double mass = Double.parseDouble(edge.name().replaceAll(".* at ([0-9.]+) GeV.*", "$1"));
        assertThat(mass).isCloseTo(EDGE, within(0.006 * EDGE));
    }

    @Test
    void theCriterionPrefersTheTruth() {
        EdgeFit step = new EdgeFit(spectrum(step(4)), ScanOptions.standard());
        double edge = step.near(at(3)).orElseThrow().criterion();
        double flat = step.criterion((low, high) -> 9000 * (high - low) / 2, 1);
        assertThat(edge).isLessThan(flat - 100);

        SplittableRandom random = new SplittableRandom(5);
        double[] even = random.doubles(9000, 2, 4).toArray();
        EdgeFit smooth = new EdgeFit(spectrum(even), ScanOptions.standard());
        DoubleBinaryOperator truth = (low, high) -> 9000 * (high - low) / 2;
        assertThat(smooth.criterion(truth, 1)).isLessThan(smooth.near(at(3)).orElseThrow().criterion());
        assertThat(smooth.criterion(truth, 3)).isEqualTo(smooth.criterion(truth, 1) + 4);
    }

    @Test
    void farFromTheExcessNoEdgeIsSought() {
        assertThat(new EdgeFit(spectrum(step(3)), ScanOptions.standard()).near(at(4.5))).isEmpty();
    }
}
