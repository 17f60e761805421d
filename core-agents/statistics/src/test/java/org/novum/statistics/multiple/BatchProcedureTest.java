package org.novum.statistics.multiple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.evidence.EValue;
import org.novum.statistics.evidence.EValues;
import org.novum.statistics.evidence.PValues;
import org.novum.statistics.multiple.BatchProcedure.BenjaminiHochberg;
import org.novum.statistics.multiple.BatchProcedure.BenjaminiYekutieli;
import org.novum.statistics.multiple.BatchProcedure.Bonferroni;
import org.novum.statistics.multiple.BatchProcedure.Holm;
import org.novum.statistics.multiple.BatchProcedure.StoreyAdaptive;
import org.novum.statistics.multiple.BatchProcedure.TwoStage;

class BatchProcedureTest {
    /** The fifteen p-values of section 3.3 of Benjamini and Hochberg (1995), thrombolysis in myocardial infarction. */
    private static final PValues INFARCTION = PValues.of(
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0);

    private static int count(BatchProcedure procedure, PValues p) {
        return procedure.decide(p).count();
    }

    @Test
    void publishedExample() {
        // The article: Bonferroni and Holm reject three, the new procedure four.
        assertThat(count(new Bonferroni(0.05), INFARCTION)).isEqualTo(3);
        assertThat(count(new Holm(0.05), INFARCTION)).isEqualTo(3);
        assertThat(new BenjaminiHochberg(0.05).decide(INFARCTION).indices()).containsExactly(0, 1, 2, 3);
        assertThat(count(new BenjaminiYekutieli(0.05), INFARCTION)).isEqualTo(3);
    }

    @Test
    void adaptiveProceduresByHand() {
        // Storey: six p-values above 1/2 → (1 + 4)/(0.5 · 15) = 2/3; level 0.075: p_(9) = 0.0459 > 0.045,
        // p_(8) = 0.0344 <= 0.04.
        StoreyAdaptive storey = new StoreyAdaptive(0.05, 0.5);
        assertThat(storey.nullFraction(INFARCTION)).isCloseTo(5 / 7.5, within(1e-15));
        assertThat(count(storey, INFARCTION)).isEqualTo(8);
        // Two stages: alpha' = 1/21; first stage rejects 4 (0.0095 <= 4/(21·15)); second compares with k/(21·11):
        // p_(8) = 0.0344 <= 0.03463, p_(9) = 0.0459 > 0.03896.
        assertThat(count(new TwoStage(0.05), INFARCTION)).isEqualTo(8);
        assertThat(count(new TwoStage(0.05), PValues.of(0.4, 0.5))).isZero();
        assertThat(count(new TwoStage(0.05), PValues.of(0.001, 0.002))).isEqualTo(2);
        assertThat(count(new StoreyAdaptive(0.9, 0.5), PValues.of(0.6, 0.55, 0.01))).isEqualTo(1);
    }

    /** Reference figures: scipy.stats.false_discovery_control 1.17. */
    @Test
    void adjustedPValues() {
        double[] expected = {
            0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645,
            0.07650000000000001, 0.486, 0.5811818181818181, 0.7148749999999999, 0.7532307692307693, 0.8132142857142857,
            1.0
        };
        PValues adjusted = AdjustedPValues.benjaminiHochberg(INFARCTION);
        PValues yekutieli = AdjustedPValues.benjaminiYekutieli(INFARCTION);
        double harmonic = 3.3182289932289932;
        for (int i = 0; i < expected.length; i++) {
            assertThat(adjusted.at(i).value()).isCloseTo(expected[i], within(1e-14));
            assertThat(yekutieli.at(i).value()).isCloseTo(Math.min(1, expected[i] * harmonic), within(1e-13));
        }
        assertThat(AdjustedPValues.holm(INFARCTION).at(2).value()).isCloseTo(13 * 0.0019, within(1e-15));
        assertThat(AdjustedPValues.holm(INFARCTION).at(5).value()).isCloseTo(10 * 0.0278, within(1e-14));
        assertThat(AdjustedPValues.bonferroni(INFARCTION).at(1).value()).isCloseTo(0.006, within(1e-15));
    }

    @Test
    void adjustedPValuesDecideLikeTheProcedures() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 300; trial++) {
            double[] values =
                    IntStream.range(0, 25).mapToDouble(i -> StrictMath.pow(random.nextDouble(), 3)).toArray();
            PValues p = PValues.of(values);
            double alpha = 0.03 + 0.2 * random.nextDouble();
            assertThat(below(AdjustedPValues.benjaminiHochberg(p), alpha))
                    .isEqualTo(new BenjaminiHochberg(alpha).decide(p).indices());
            assertThat(below(AdjustedPValues.benjaminiYekutieli(p), alpha))
                    .isEqualTo(new BenjaminiYekutieli(alpha).decide(p).indices());
            assertThat(below(AdjustedPValues.holm(p), alpha)).isEqualTo(new Holm(alpha).decide(p).indices());
            assertThat(below(AdjustedPValues.bonferroni(p), alpha))
                    .isEqualTo(new Bonferroni(alpha).decide(p).indices());
        }
    }

    private static int[] below(PValues adjusted, double alpha) {
        return IntStream.range(0, adjusted.size()).filter(i -> adjusted.atMost(i, alpha)).toArray();
    }

    @Test
    void underflowingPValuesKeepTheirOrder() {
        PValues p = PValues.ofLog10(-0.2, -400, -350, -0.1);
        assertThat(new BenjaminiHochberg(0.05).decide(p).indices()).containsExactly(1, 2);
        assertThat(AdjustedPValues.benjaminiHochberg(p).log10(1)).isCloseTo(-400 + Math.log10(4), within(1e-12));
    }

    @Test
    void weightsMoveTheThresholds() {
        PValues p = PValues.of(0.02, 0.6, 0.7, 0.8);
        assertThat(count(new BenjaminiHochberg(0.05), p)).isZero();
        Weights weights = Weights.normalised(6, 1, 1, 0);
        assertThat(weights.at(0)).isEqualTo(3);
        assertThat(new BenjaminiHochberg(0.05).decide(weights.apply(p)).indices()).containsExactly(0);
        assertThat(weights.apply(PValues.of(0.1, 0.1, 0.1, 1e-9)).at(3).value()).isEqualTo(1);
        assertThatThrownBy(() -> Weights.of(1, 2)).isInstanceOf(StatisticsException.class).hasMessageContaining("1.5");
        assertThatThrownBy(() -> weights.apply(PValues.of(0.1))).isInstanceOf(StatisticsException.class);
    }

    @Test
    void eValuesOfWangAndRamdas() {
        EValues e = new EValues(List.of(EValue.of(30), EValue.of(1), EValue.of(45), EValue.of(20.1)));
        // m/(k alpha) = 80, 40, 26.7, 20: third largest is 20.1 < 26.7, second 30 < 40, first 45 < 80.
        assertThat(new EBenjaminiHochberg(0.05).decide(e).count()).isZero();
        // alpha 0.1: 40, 20, 13.3, 10: three reach 13.3.
        assertThat(new EBenjaminiHochberg(0.1).decide(e).indices()).containsExactly(0, 2, 3);
        EValues huge = new EValues(List.of(new EValue(500), EValue.of(0)));
        assertThat(new EBenjaminiHochberg(0.05).decide(huge).indices()).containsExactly(0);
    }

    @Test
    void falseDiscoveryRateOfIndependentNullsAndSignals() {
        SplittableRandom random = new SplittableRandom(8);
        int batches = 2000;
        double[] proportions = new double[4];
        List<BatchProcedure> procedures = List.of(
                new BenjaminiHochberg(0.1), new BenjaminiYekutieli(0.1), new StoreyAdaptive(0.1, 0.5), new TwoStage(0.1));
        for (int batch = 0; batch < batches; batch++) {
            PValues p = PValues.of(IntStream.range(0, 40)
                    .mapToDouble(i -> i < 20 ? random.nextDouble() : StrictMath.pow(random.nextDouble(), 8))
                    .toArray());
            for (int i = 0; i < proportions.length; i++) {
                int[] rejected = procedures.get(i).decide(p).indices();
                double wrong = Arrays.stream(rejected).filter(member -> member < 20).count();
                proportions[i] += wrong / Math.max(1, rejected.length) / batches;
            }
        }
        // Benjamini and Hochberg's rate is exactly alpha m0/m under independence; the adaptive ones approach alpha.
        assertThat(proportions[0]).isCloseTo(0.05, within(0.006));
        assertThat(proportions[1]).isLessThan(proportions[0]);
        assertThat(proportions[2]).isBetween(0.07, 0.107);
        assertThat(proportions[3]).isBetween(0.05, 0.107);
    }

    @Test
    void emptyAndForeignMembers() {
        assertThat(count(new BenjaminiHochberg(0.05), PValues.of())).isZero();
        Rejections rejections = new BenjaminiHochberg(0.05).decide(INFARCTION);
        assertThat(rejections.contains(3)).isTrue();
        assertThat(rejections.contains(4)).isFalse();
        assertThatThrownBy(() -> rejections.contains(15)).isInstanceOf(StatisticsException.class);
        assertThatThrownBy(() -> new BenjaminiHochberg(0)).isInstanceOf(StatisticsException.class);
    }
}
