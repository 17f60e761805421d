package org.novum.solarflare.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BlockTestTest {
    private static final int GROUPS = 26;

    /** Two forecasters that are equally wrong, each in turn: the claim is false, and few p-values are small. */
    @Test
    void falseClaimsAreRarelyAccepted() {
        SplittableRandom random = new SplittableRandom(12);
        int trials = 60;
        int small = 0;
        for (int trial = 0; trial < trials; trial++) {
            Pair pair = pair(random, 0);
            small += BlockTest.pValue(Score.BSS, pair.ours(), pair.other(), 0) <= 0.1 ? 1 : 0;
        }
        // 6 expected; three binomial standard deviations are 7.
        assertThat(small).as("seed 12").isLessThanOrEqualTo(13);
    }

    @Test
    void trueClaimsAreSeen() {
        Pair pair = pair(new SplittableRandom(13), 0.25);
        assertThat(BlockTest.pValue(Score.BSS, pair.ours(), pair.other(), 0)).isLessThan(0.001);
        assertThat(BlockTest.pValue(Score.BSS, pair.ours(), pair.other(), 0.9)).isGreaterThan(0.5);
        assertThat(BlockTest.pValue(Score.BSS, pair.other(), pair.ours(), 0)).isGreaterThan(0.99);
    }

    @Test
    void trueSkillIsTestedToo() {
        Pair pair = pair(new SplittableRandom(14), 0.3);
        double[] alarm = Arrays.stream(pair.ours().probability()).map(p -> p > 0.5 ? 1 : 0).toArray();
        Sample alarmed = pair.ours().with(pair.ours().probability(), alarm);
        Sample never = pair.other().with(pair.other().probability(), new double[alarm.length]);
        assertThat(BlockTest.pValue(Score.TSS, alarmed, never, 0)).isLessThan(0.01);
        assertThat(BlockTest.pValue(Score.TSS, never, never, 0)).isEqualTo(1);
    }

    private record Pair(Sample ours, Sample other) {}

    private static Pair pair(SplittableRandom random, double knowledge) {
        int rows = GROUPS * 14;
        double[] event = new double[rows];
        double[] ours = new double[rows];
        double[] other = new double[rows];
        long[] group = new long[rows];
        for (int row = 0; row < rows; row++) {
            group[row] = row / 14;
            event[row] = random.nextDouble() < 0.3 ? 1 : 0;
            double shift = 0.1 * random.nextDouble();
            ours[row] = 0.3 + shift + knowledge * (event[row] - 0.3);
            other[row] = 0.3 + 0.1 * random.nextDouble();
        }
        Sample sample = new Sample(ours, event, new double[rows], group);
        return new Pair(sample, sample.with(other, new double[rows]));
    }
}
