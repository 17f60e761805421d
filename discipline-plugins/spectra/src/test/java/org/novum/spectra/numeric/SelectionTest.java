package org.novum.spectra.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void medianIsThatOfTheSortedValues() {
        SplittableRandom random = new SplittableRandom(6);
        for (int count = 1; count < 60; count++) {
            double[] values = random.ints(count, 0, 12).asDoubleStream().toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            assertThat(Selection.median(values, count)).isEqualTo((sorted[(count - 1) / 2] + sorted[count / 2]) / 2);
        }
    }
}
