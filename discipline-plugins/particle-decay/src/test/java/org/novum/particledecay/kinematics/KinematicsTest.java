package org.novum.particledecay.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class KinematicsTest {
    private static final double MUON = 0.1056583755;

    private static Candidates pair(long[] events, double[] scale) {
        int size = events.length;
        double[] pt1 = new double[size];
        double[] pt2 = new double[size];
        for (int i = 0; i < size; i++) {
            pt1[i] = 10 * scale[i];
            pt2[i] = 8;
        }
        double[] eta = new double[size];
        double[] phi1 = new double[size];
        double[] phi2 = new double[size];
        java.util.Arrays.fill(eta, 0.5);
        java.util.Arrays.fill(phi2, 2.5);
        int[][] pids = new int[2][size];
        java.util.Arrays.fill(pids[0], 13);
        java.util.Arrays.fill(pids[1], -13);
        return new Candidates("pair", events, pids, List.of(FourVectors.fromTransverse(pt1, eta, phi1, MUON),
                FourVectors.fromTransverse(pt2, new double[size], phi2, MUON)));
    }

    @Test
    void transverseCoordinatesGiveTheTextbookMass() {
        double mass = InvariantMass.of(pair(new long[] {1}, new double[] {1}))[0];
        double massless = Math.sqrt(2 * 10 * 8 * (Math.cosh(0.5) - Math.cos(2.5)));
        assertThat(mass).isCloseTo(massless, within(2e-3));
    }

    @Test
    void duplicatesGoByEventAndByMomenta() {
        Candidates candidates = pair(new long[] {1, 1, 2, 3, 4}, new double[] {1, 1.1, 1.2, 1.2, 1.3});
        assertThat(candidates.withoutDuplicates().events()).containsExactly(1, 2, 4);
    }

    @Test
    void massDerivativesAgreeWithFiniteDifferences() {
        double step = 1e-5;
        double[] masses = new double[2];
        for (int i = 0; i < 2; i++) {
            masses[i] = InvariantMass.of(boosted(i == 0 ? 1 - step : 1 + step))[0];
        }
        double first = (masses[1] - masses[0]) / (2 * step);
        // Both daughters are tracks: the sum of squares over two, found with the second one's derivative by symmetry.
        double[] second = new double[2];
        for (int i = 0; i < 2; i++) {
            second[i] = InvariantMass.of(boostedSecond(i == 0 ? 1 - step : 1 + step))[0];
        }
        double other = (second[1] - second[0]) / (2 * step);
        double expected = 0.01 * Math.sqrt(first * first + other * other);
        double sigma = MassDerivatives.of(boosted(1)).sigma(new MomentumResolution(0.01, 0.03))[0];
        assertThat(sigma).isCloseTo(expected, within(1e-7));
    }

    private static Candidates boosted(double factor) {
        return kaonPion(factor, 1);
    }

    private static Candidates boostedSecond(double factor) {
        return kaonPion(1, factor);
    }

    private static Candidates kaonPion(double first, double second) {
        double kaon = 0.493677;
        double pion = 0.13957039;
        FourVectors one = vector(first, 1.2, 0.3, 2, kaon);
        FourVectors two = vector(second, 0.1, -0.6, 1.1, pion);
        return new Candidates("kpi", new long[] {1}, new int[][] {{321}, {-211}}, List.of(one, two));
    }

    private static FourVectors vector(double factor, double x, double y, double z, double mass) {
        return new FourVectors(new double[1], new double[] {factor * x}, new double[] {factor * y},
                new double[] {factor * z}).withMass(mass);
    }

    @Test
    void anotherIdentityMovesTheMass() {
        Candidates candidates = kaonPion(1, 1);
        double[] own = InvariantMass.of(candidates);
        double[] asPions = InvariantMass.under(candidates, new double[] {0.13957039, 0.13957039});
        assertThat(asPions[0]).isLessThan(own[0]);
        assertThat(InvariantMass.of(candidates.under(new int[] {211, -211}, new double[] {0.13957039, 0.13957039})))
                .containsExactly(asPions[0]);
    }

    @Test
    void resolutionIsLinearBetweenKnotsAndConstantOutside() {
        MassResolution resolution = new MassResolution(new double[] {1, 3}, new double[] {0.01, 0.03});
        assertThat(resolution.at(2)).isCloseTo(0.02, within(1e-15));
        assertThat(resolution.at(0.5)).isEqualTo(0.01);
        assertThat(resolution.at(9)).isEqualTo(0.03);
        assertThat(MassResolution.relative(0.01).at(9.46)).isCloseTo(0.0946, within(1e-12));
    }

    @Test
    void mismatchedColumnsAreNamed() {
        assertThatThrownBy(() -> new FourVectors(new double[2], new double[2], new double[1], new double[2]))
                .isInstanceOf(KinematicsException.class).hasMessageContaining("py 1");
    }
}
