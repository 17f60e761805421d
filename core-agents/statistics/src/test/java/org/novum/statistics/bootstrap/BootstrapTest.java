package org.novum.statistics.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.distribution.NormalTail;

class BootstrapTest {
    /** The law school data of Efron and Tibshirani (1993), table 3.1. */
    private static final double[] LSAT = {576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594};

    private static final double[] GPA = {
        3.39, 3.30, 2.81, 3.03, 3.44, 3.07, 3.00, 3.43, 3.36, 3.13, 3.12, 2.74, 2.76, 2.88, 2.96
    };

    private static double correlation(int[] rows) {
        double meanX = Arrays.stream(rows).mapToDouble(row -> LSAT[row]).average().orElseThrow();
        double meanY = Arrays.stream(rows).mapToDouble(row -> GPA[row]).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int row : rows) {
            xy += (LSAT[row] - meanX) * (GPA[row] - meanY);
            xx += (LSAT[row] - meanX) * (LSAT[row] - meanX);
            yy += (GPA[row] - meanY) * (GPA[row] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    /**
     * Correlation .776 and bootstrap standard error .13 in the book; interval ends from scipy.stats.bootstrap 1.17 with
     * 200,000 replicates.
     */
    @Test
    void lawSchoolCorrelation() {
        Bootstrap bootstrap = Bootstrap.of(BootstrapTest::correlation, new Resampling.Rows(15), 40_000, 1);
        assertThat(bootstrap.estimate()).isCloseTo(0.776374491289407, within(1e-12));
        assertThat(bootstrap.standardError()).isCloseTo(0.1333, within(0.002));
        Interval percentile = bootstrap.percentile(0.9);
        assertThat(percentile.low()).isCloseTo(0.52493, within(0.006));
        assertThat(percentile.high()).isCloseTo(0.94769, within(0.002));
        Interval corrected = bootstrap.biasCorrected(0.9);
        assertThat(corrected.low()).isCloseTo(0.42874, within(0.012));
        assertThat(corrected.high()).isCloseTo(0.92611, within(0.003));
    }

    @Test
    void sameSeedSameNumbers() {
        Bootstrap first = Bootstrap.of(BootstrapTest::correlation, new Resampling.Rows(15), 200, 9);
        Bootstrap again = Bootstrap.of(BootstrapTest::correlation, new Resampling.Rows(15), 200, 9);
        Bootstrap other = Bootstrap.of(BootstrapTest::correlation, new Resampling.Rows(15), 200, 10);
        assertThat(first.replicates()).isEqualTo(again.replicates()).isNotEqualTo(other.replicates());
    }

    @Test
    void groupsAreDrawnWhole() {
        Resampling.Groups groups = Resampling.Groups.ofLabels(new long[] {7, 3, 7, 3, 9});
        assertThat(groups.rows()).isEqualTo(5);
        assertThat(groups.members().get(0)).containsExactly(1, 3);
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 50; i++) {
            int[] rows = groups.draw(random);
            long sevens = Arrays.stream(rows).filter(row -> row == 0).count();
            assertThat(Arrays.stream(rows).filter(row -> row == 2).count()).isEqualTo(sevens);
        }
        assertThat(groups.leavingOneOut()).hasSize(3);
        assertThat(groups.leavingOneOut().get(1)).containsExactly(1, 3, 4);
    }

    @Test
    void blocksAreNeighboursAndWrapAround() {
        Resampling.Blocks blocks = new Resampling.Blocks(10, 4);
        int[] rows = blocks.draw(new SplittableRandom(4));
        assertThat(rows).hasSize(10);
        for (int i = 0; i < 10; i++) {
            if (i % 4 != 0) {
                assertThat(rows[i]).isEqualTo((rows[i - 1] + 1) % 10);
            }
        }
        assertThat(blocks.leavingOneOut()).hasSize(3);
        assertThat(blocks.leavingOneOut().get(2)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    /** Rows that repeat in groups of ten carry a tenth of the information: only the group bootstrap sees it. */
    @Test
    void groupAndBlockBootstrapSeeCorrelationThatRowsMiss() {
        int groups = 40;
        int size = 10;
        double[] values = new double[groups * size];
        long[] labels = new long[values.length];
        SplittableRandom random = new SplittableRandom(6);
        for (int g = 0; g < groups; g++) {
            double level = NormalTail.zOf(random.nextDouble(1e-16, 1));
            for (int i = 0; i < size; i++) {
                values[g * size + i] = level + 0.01 * i;
                labels[g * size + i] = g;
            }
        }
        IndexStatistic mean = rows -> Arrays.stream(rows).mapToDouble(row -> values[row]).average().orElseThrow();
        double naive = Bootstrap.of(mean, new Resampling.Rows(values.length), 2000, 1).standardError();
        double grouped = Bootstrap.of(mean, Resampling.Groups.ofLabels(labels), 2000, 1).standardError();
        double blocked = Bootstrap.of(mean, new Resampling.Blocks(values.length, 20), 2000, 1).standardError();
        assertThat(grouped / naive).isCloseTo(Math.sqrt(size), within(0.3));
        assertThat(blocked / naive).isBetween(2.3, 3.6);
    }

    @Test
    void intervalsCoverTheMeanOfASkewedDistribution() {
        SplittableRandom random = new SplittableRandom(12);
        int experiments = 1500;
        int covered = 0;
        for (int experiment = 0; experiment < experiments; experiment++) {
            double[] sample = new double[40];
            Arrays.setAll(sample, i -> -StrictMath.log(random.nextDouble(1e-16, 1)));
            IndexStatistic mean =
                    rows -> Arrays.stream(rows).mapToDouble(row -> sample[row]).average().orElseThrow();
            Bootstrap bootstrap = Bootstrap.of(mean, new Resampling.Rows(40), 800, experiment);
            covered += bootstrap.biasCorrected(0.9).contains(1) ? 1 : 0;
        }
        assertThat(covered / (double) experiments).isBetween(0.85, 0.92);
    }

    @Test
    void refusesStatisticsThatFailOnDraws() {
        IndexStatistic fragile = rows -> Arrays.stream(rows).distinct().count() == 5 ? 1 : Double.NaN;
        assertThatThrownBy(() -> Bootstrap.of(fragile, new Resampling.Rows(5), 100, 1))
                .isInstanceOf(StatisticsException.class)
                .hasMessageContaining("replicate");
        assertThatThrownBy(() -> new Resampling.Groups(List.of(new int[] {0}))).isInstanceOf(StatisticsException.class);
        assertThatThrownBy(() -> new Resampling.Blocks(5, 3)).isInstanceOf(StatisticsException.class);
    }
}
