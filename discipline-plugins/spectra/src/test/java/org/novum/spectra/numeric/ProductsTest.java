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
}
