package org.novum.spectra.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProductsTest {
    @Test
    void vectorFormAgreesWithTheScalarFormBitForBit() {
        SplittableRandom random = new SplittableRandom(5);
        for (int count : new int[] {0, 1, 15, 16, 17, 4900, 4913}) {
            double[] left = random.doubles(count, -1, 1).toArray();
            double[] right = random.doubles(count, -1e6, 1e6).toArray();
            assertThat(new VectorProducts().sum(left, right, count))
                    .isEqualTo(new Products.Scalar().sum(left, right, count));
        }
    }

    @Test
    void medianIsThatOfTheSortedValues() {
        SplittableRandom random = new SplittableRandom(6);
        for (int count = 1; count < 60; count++) {
            double[] values = random.ints(count, 0, 12).asDoubleStream().toArray();
            double[] sorted = values.clone();
            java.util.Arrays.sort(sorted);
            assertThat(Selection.median(values, count)).isEqualTo((sorted[(count - 1) / 2] + sorted[count / 2]) / 2);
        }
    }
}
