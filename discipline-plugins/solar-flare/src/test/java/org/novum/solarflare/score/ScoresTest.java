package org.novum.solarflare.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Scores against figures by hand, from scikit-learn, and published ones. */
class ScoresTest {
    private static final double[] PROBABILITY = {0.1, 0.2, 0.2, 0.35, 0.4, 0.6, 0.6, 0.9};
    private static final double[] EVENT = {0, 1, 0, 0, 1, 1, 0, 1};

    private static Sample sample() {
        double[] alarm = Arrays.stream(PROBABILITY).map(p -> p >= 0.35 ? 1 : 0).toArray();
        return new Sample(PROBABILITY, EVENT, alarm, new long[] {1, 1, 2, 2, 3, 3, 4, 4});
    }

    @Test
    void probabilitiesAreScoredAsByOthers() {
        assertThat(Score.BSS.of(sample())).isCloseTo(0.14875, within(1e-12));
        assertThat(Score.ECE.of(sample())).isCloseTo(0.24375, within(1e-12));
        assertThat(Score.AUC.of(sample())).isCloseTo(0.75, within(1e-12));
        assertThat(Score.BASE_RATE.of(sample())).isEqualTo(0.5);
    }

    /** Of n forecasts of one half in one bin the mean of |share - 1/2| is sqrt(1 / (2 pi n)). */
    @Test
    void chanceAloneMakesCalibrationErrors() {
        double[] halves = new double[400];
        Arrays.fill(halves, 0.5);
        Sample sample = new Sample(halves, new double[400], new double[400], new long[400]);
        Estimate noise = CalibrationNoise.of(sample, 4000, 3);
        assertThat(noise.value()).isCloseTo(Math.sqrt(1 / (2 * Math.PI * 400)), within(0.0006));
        assertThat(noise.upper()).isCloseTo(2.24 * 0.5 / 20, within(0.003));
    }

    @Test
    void alarmsAreCounted() {
        assertThat(Score.RECALL.of(sample())).isEqualTo(0.75);
        assertThat(Score.POFD.of(sample())).isEqualTo(0.5);
        assertThat(Score.PRECISION.of(sample())).isEqualTo(0.6);
        assertThat(Score.TSS.of(sample())).isEqualTo(0.25);
        assertThat(Score.HSS.of(sample())).isEqualTo(0.25);
    }

    /** Bobra and Couvidat, ApJ 798 (2015) 135, table 3: recall 0.832 and false detection 0.071 give TSS 0.761. */
    @Test
    void aPublishedTable() {
        Contingency table = new Contingency(0.832 * 303, 0.071 * 5000, 0.168 * 303, 0.929 * 5000);
        assertThat(table.trueSkill()).isCloseTo(0.761, within(1e-9));
        assertThat(table.precision()).isCloseTo(0.415, within(0.005));
    }

    @Test
    void withoutEventsNoScoreIsInvented() {
        Sample quiet = new Sample(new double[] {0.1, 0.2}, new double[2], new double[2], new long[] {1, 2});
        assertThat(Score.AUC.of(quiet)).isEqualTo(0.5);
        assertThat(Score.BSS.of(quiet)).isZero();
        assertThat(Score.RECALL.of(quiet)).isZero();
    }

    @Test
    void thresholdsMaximiseSkillOrBoundFalseAlarms() {
        assertThat(Thresholds.greatestSkill(sample())).isEqualTo(0.4);
        assertThat(Thresholds.falseDetectionAtMost(sample(), 0.25)).isEqualTo(0.4);
        assertThat(Thresholds.falseDetectionAtMost(sample(), 0.24)).isEqualTo(0.9);
    }

    @Test
    void overlappingSamplesOfOneFlareAreOneEpisode() {
        double[] event = {0, 1, 1, 0, 1, 1, 1, 0};
        double[] alarm = {1, 0, 1, 0, 0, 0, 0, 1};
        Sample sample = new Sample(PROBABILITY, event, alarm, new long[] {1, 1, 1, 1, 1, 2, 2, 2});
        Episodes episodes = Episodes.of(sample, new double[] {0, 1, 2, 3, 4, 0, 1, 2});
        assertThat(episodes.number()).isEqualTo(3);
        assertThat(episodes.caught()).isEqualTo(1);
    }

    /** Six of six caught: the exact bound is 0.05^(1/6). */
    @Test
    void allCaughtIsNoCertainty() {
        assertThat(new Episodes(6, 6).lowerBound(0.95)).isCloseTo(0.60696, within(1e-5));
    }

    @Test
    void clearDaysAreEquallyMany() {
        Sample other = sample().with(new double[] {0.3, 0.1, 0.1, 0.5, 0.5, 0.5, 0.5, 0.5}, new double[8]);
        AllClear clear = AllClear.of(sample(), other, 0.3);
        assertThat(clear.days()).isEqualTo(3);
        assertThat(clear.misses()).isEqualTo(1);
        assertThat(clear.missesOfOther()).isEqualTo(1);
    }

    @Test
    void pairedDifferencesOfEqualForecastsVanish() {
        GroupBootstrap bootstrap = new GroupBootstrap(200, 1);
        assertThat(bootstrap.difference(Score.BSS, sample(), sample()))
                .isEqualTo(new Estimate(0, 0, 0, bootstrap.of(Score.BSS, sample()).leftOut()));
    }

    /** One group of ten holds all events: of the draws (9/10)^10 miss it, and say nothing of recall. */
    @Test
    void drawsWithoutEventsAreLeftOutAndCounted() {
        double[] event = new double[20];
        double[] probability = new double[20];
        long[] group = new long[20];
        for (int row = 0; row < 20; row++) {
            event[row] = row < 2 ? 1 : 0;
            probability[row] = row < 2 ? 0.9 : 0.01 * row;
            group[row] = row / 2;
        }
        Sample sample = new Sample(probability, event, event, group);
        GroupBootstrap bootstrap = new GroupBootstrap(2000, 4);
        for (Score score : new Score[] {Score.AUC, Score.RECALL, Score.TSS}) {
            Estimate estimate = bootstrap.of(score, sample);
            assertThat(estimate.lower()).as(score.label()).isEqualTo(1);
            assertThat(estimate.leftOut() / 2000.0).as(score.label()).isCloseTo(Math.pow(0.9, 10), within(0.04));
        }
        assertThat(bootstrap.of(Score.BASE_RATE, sample).leftOut()).isZero();
        assertThat(bootstrap.difference(Score.AUC, sample, sample).leftOut()).isEqualTo(bootstrap.of(Score.AUC, sample).leftOut());
        assertThat(Scorecard.json(bootstrap.of(Score.AUC, sample)).path("drawsLeftOut").asInt()).isPositive();
    }

    @Test
    void theRocCurveGoesFromNoAlarmsToAllAndKeepsEqualForecastsTogether() {
        var curve = Reliability.curve(sample(), 60, new GroupBootstrap(200, 5));
        assertThat(curve.getFirst().pofd().value()).isZero();
        assertThat(curve.getFirst().recall().value()).isZero();
        assertThat(curve.getLast().pofd().value()).isEqualTo(1);
        assertThat(curve.getLast().recall().value()).isEqualTo(1);
        // 0.9; 0.6 twice; 0.4; 0.35; 0.2 twice; 0.1.
        assertThat(curve).hasSize(7);
        assertThat(curve.get(2).pofd().value()).isEqualTo(0.25);
        assertThat(curve.get(2).recall().value()).isEqualTo(0.5);
        assertThat(curve).allSatisfy(point -> assertThat(point.recall().value())
                .isBetween(point.recall().lower(), point.recall().upper()));
    }

    @Test
    void binsHaveIntervals() {
        var bins = Reliability.diagram(sample(), new GroupBootstrap(200, 6));
        assertThat(bins).extracting(Reliability.Bin::count).containsExactly(1L, 2L, 1L, 1L, 2L, 1L);
        Estimate twoRows = bins.get(1).observed();
        assertThat(twoRows.value()).isEqualTo(0.5);
        assertThat(twoRows.lower()).isZero();
        assertThat(twoRows.upper()).isEqualTo(1);
        assertThat(twoRows.leftOut()).isPositive();
    }

    @Test
    void intervalsCoverAboutAsTheySay() {
        int covered = 0;
        int trials = 200;
        SplittableRandom random = new SplittableRandom(77);
        for (int trial = 0; trial < trials; trial++) {
            int groups = 60;
            double[] event = new double[groups * 5];
            long[] group = new long[event.length];
            for (int g = 0; g < groups; g++) {
                boolean active = random.nextDouble() < 0.3;
                for (int i = 0; i < 5; i++) {
                    event[5 * g + i] = active ? 1 : 0;
                    group[5 * g + i] = g;
                }
            }
            Sample sample = new Sample(new double[event.length], event, new double[event.length], group);
            Estimate base = new GroupBootstrap(300, trial).of(Score.BASE_RATE, sample);
            covered += base.lower() <= 0.3 && 0.3 <= base.upper() ? 1 : 0;
        }
        // 95 % of 200 are 190; three binomial standard deviations, and percentiles of 60 groups run a little short.
        assertThat(covered).isBetween(177, 200);
    }
}
