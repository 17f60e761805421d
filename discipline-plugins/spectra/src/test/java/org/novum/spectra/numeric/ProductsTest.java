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
            double[] pair = new double[3];
            double[][] rights = {left, right, left};
            new VectorProducts().pair(left, rights, 1, pair);
            assertThat(pair[1]).isEqualTo(new VectorProducts().sum(left, right, count));
            assertThat(pair[2]).isEqualTo(new VectorProducts().sum(left, left, count));
        }
    }

    @Test
    void vectorFormOfNeighboursAgreesWithTheScalarFormBitForBit() {
        SplittableRandom random = new SplittableRandom(6);
        double[] weights = random.doubles(4, -1, 1).toArray();
        double[] values = random.doubles(103, -1e6, 1e6).toArray();
        for (int count : new int[] {0, 1, 3, 4, 5, 90}) {
            double[] scalar = new double[100];
            double[] vector = new double[100];
            Products.Stretch from = new Products.Stretch(values, 7);
            new Products.Scalar().ofNeighbours(weights, from, new Products.Stretch(scalar, 2), count);
            new VectorProducts().ofNeighbours(weights, from, new Products.Stretch(vector, 2), count);
            assertThat(vector).isEqualTo(scalar);
        }
    }

    @Test
    void normalEquationsAreTheSumsOfProductsBitForBit() {
        SplittableRandom random = new SplittableRandom(7);
        for (int pixels : new int[] {5, 16, 300, 1037}) {
            double[] weight = random.doubles(pixels, 0, 1).toArray();
            double[] weightedFlux = random.doubles(pixels, -1, 1).toArray();
            double[][] terms = new double[5][];
            for (int k = 0; k < terms.length; k++) {
                terms[k] = random.doubles(pixels, -1e3, 1e3).toArray();
            }
            double[][] normal = new double[5][5];
            double[] right = new double[5];
            new NormalEquations(weight, weightedFlux).sum(terms, 3, normal, right);
            for (int k = 0; k < terms.length; k++) {
                double[] weighted = new double[pixels];
                for (int i = 0; i < pixels; i++) {
                    weighted[i] = weight[i] * terms[k][i];
                }
                for (int l = 0; l <= k; l++) {
                    assertThat(normal[k][l]).isEqualTo(l < 3 ? Products.dot(weighted, terms[l], pixels) : 0);
                }
                assertThat(right[k]).isEqualTo(k < 3 ? Products.dot(weightedFlux, terms[k], pixels) : 0);
            }
        }
    }
}
