package org.novum.statistics.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.distribution.NormalTail;
import org.novum.statistics.evidence.PValue;
import org.novum.statistics.evidence.PValues;
import org.novum.statistics.multiple.BatchProcedure;
import org.novum.statistics.multiple.Weights;

class BatchLondTest {
    private static final SpendingSequence GAMMA = SpendingSequence.Standard.JAVANMARD_MONTANARI;

    @Test
    void familiesOfOneAreLond() {
        SplittableRandom random = new SplittableRandom(21);
        BatchLond families = BatchLond.start(0.05, FamilyDependence.POSITIVE);
        BatchLond arbitraryFamilies = BatchLond.start(0.05, FamilyDependence.ARBITRARY);
        BatchLond arbitraryWithin = BatchLond.start(0.05, FamilyDependence.ARBITRARY_WITHIN_FAMILY);
        OnlineProcedure<PValue> lond = Lond.start(0.05, Dependence.POSITIVE);
        OnlineProcedure<PValue> arbitrary = Lond.start(0.05, Dependence.ARBITRARY);
        for (int t = 1; t <= 200; t++) {
            double p = random.nextInt(4) == 0 ? 1e-5 * random.nextDouble() : random.nextDouble();
            Family family = Family.of(PValues.of(p), GAMMA.share(t));
            BatchLond.FamilyDecision decided = families.next(family);
            BatchLond.FamilyDecision decidedArbitrary = arbitraryFamilies.next(family);
            assertThat(arbitraryWithin.next(family).singleLevel())
                    .isCloseTo(arbitraryWithin.settings().alpha() * family.share() * (arbitraryWithin.discoveries() + 1),
                            within(1e-15));
            Decision<PValue> expected = lond.next(PValue.of(p));
            Decision<PValue> expectedArbitrary = arbitrary.next(PValue.of(p));
            assertThat(decided.singleLevel()).isCloseTo(expected.level(), within(1e-15));
            assertThat(decided.rejections().contains(0)).isEqualTo(expected.rejected());
            assertThat(decidedArbitrary.singleLevel()).isCloseTo(expectedArbitrary.level(), within(1e-15));
            assertThat(decidedArbitrary.rejections().contains(0)).isEqualTo(expectedArbitrary.rejected());
            families = decided.next();
            arbitraryFamilies = decidedArbitrary.next();
            arbitraryWithin = arbitraryWithin.next(family).next();
            lond = expected.next();
            arbitrary = expectedArbitrary.next();
        }
        assertThat(families.discoveries()).isGreaterThan(20);
    }

    @Test
    void oneFamilyWithTheWholeBudgetIsBenjaminiHochbergOrYekutieli() {
        SplittableRandom random = new SplittableRandom(22);
        for (int trial = 0; trial < 200; trial++) {
            PValues p = PValues.of(IntStream.range(0, 30)
                    .mapToDouble(i -> StrictMath.pow(random.nextDouble(), 4))
                    .toArray());
            Family family = Family.of(p, 1);
            assertThat(BatchLond.start(0.1, FamilyDependence.POSITIVE).next(family).rejections())
                    .isEqualTo(new BatchProcedure.BenjaminiHochberg(0.1).decide(p));
            assertThat(BatchLond.start(0.1, FamilyDependence.ARBITRARY_WITHIN_FAMILY).next(family).rejections())
                    .isEqualTo(new BatchProcedure.BenjaminiYekutieli(0.1).decide(p));
            assertThat(BatchLond.start(0.1, FamilyDependence.ARBITRARY).next(family).rejections())
                    .isEqualTo(new BatchProcedure.BenjaminiYekutieli(0.1).decide(p));
        }
    }

    @Test
    void pastDiscoveriesRaiseTheLevels() {
        BatchLond state = new BatchLond(new BatchLond.Settings(0.05, FamilyDependence.POSITIVE), 9, 100, 0.5);
        // alpha gamma (D + k)/N = 0.05 · 0.25 · (9 + k)/50: 0.0025 for one, 0.00275 for two.
        BatchLond.FamilyDecision decision = state.next(Family.of(padded(0.0027, 0.0026), 0.25));
        assertThat(decision.singleLevel()).isCloseTo(0.0025, within(1e-16));
        assertThat(decision.level()).isCloseTo(0.00275, within(1e-16));
        assertThat(decision.rejections().indices()).containsExactly(0, 1);
        assertThat(decision.next().discoveries()).isEqualTo(11);
        assertThat(decision.next().members()).isEqualTo(150);
        assertThat(decision.next().spent()).isEqualTo(0.75);
        assertThat(state.next(Family.of(padded(0.0028, 0.0026), 0.25)).rejections().count()).isZero();
    }

    private static PValues padded(double... first) {
        double[] values = new double[50];
        java.util.Arrays.fill(values, 1);
        System.arraycopy(first, 0, values, 0, first.length);
        return PValues.of(values);
    }

    @Test
    void weightsAreSpentByMember() {
        BatchLond start = BatchLond.start(0.05, FamilyDependence.POSITIVE);
        PValues p = PValues.of(0.03, 0.9, 0.9, 0.9);
        assertThat(start.next(Family.of(p, 1)).rejections().count()).isZero();
        Family weighted = new Family(p, 1, Weights.normalised(4, 1e-3, 1e-3, 1e-3));
        assertThat(start.next(weighted).rejections().indices()).containsExactly(0);
        assertThatThrownBy(() -> new Family(p, 1, Weights.of(1, 1))).isInstanceOf(StatisticsException.class);
    }

    @Test
    void refusesToOverdrawTheBudget() {
        BatchLond state = BatchLond.start(0.05, FamilyDependence.POSITIVE)
                .next(Family.of(PValues.of(0.5), 0.8))
                .next();
        assertThatThrownBy(() -> state.next(Family.of(PValues.of(0.5), 0.3)))
                .isInstanceOf(StatisticsException.class)
                .hasMessageContaining("0.3");
        assertThat(state.next(Family.of(PValues.of(0.5), 0.2)).next().spent()).isEqualTo(1);
    }

    @Test
    void falseDiscoveryRateWithCorrelatedFamilies() {
        SplittableRandom random = new SplittableRandom(23);
        int streams = 1500;
        double sum = 0;
        double squares = 0;
        for (int stream = 0; stream < streams; stream++) {
            double proportion = falseDiscoveryProportion(random);
            sum += proportion;
            squares += proportion * proportion;
        }
        double mean = sum / streams;
        double error = Math.sqrt((squares / streams - mean * mean) / streams);
        assertThat(mean).isLessThan(0.1 + 2 * error);
        assertThat(mean).isGreaterThan(0.01);
    }

    /** Eight families of ten, each equally correlated at 0.5, two members of each shifted by 3. */
    private static double falseDiscoveryProportion(SplittableRandom random) {
        BatchLond state = BatchLond.start(0.1, FamilyDependence.POSITIVE);
        int wrong = 0;
        for (int t = 0; t < 8; t++) {
            double common = NormalTail.zOf(random.nextDouble(1e-16, 1));
            double[] p = new double[10];
            for (int i = 0; i < p.length; i++) {
                double own = NormalTail.zOf(random.nextDouble(1e-16, 1));
                p[i] = NormalTail.survival(Math.sqrt(0.5) * (common + own) + (i < 2 ? 3 : 0));
            }
            BatchLond.FamilyDecision decision = state.next(Family.of(PValues.of(p), 0.125));
            wrong += (int) IntStream.of(decision.rejections().indices()).filter(i -> i >= 2).count();
            state = decision.next();
        }
        return (double) wrong / Math.max(1, state.discoveries());
    }
}
