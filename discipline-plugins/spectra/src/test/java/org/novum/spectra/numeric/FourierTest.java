package org.novum.spectra.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTest {
    private static double[][] random(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[2][length];
        for (int i = 0; i < length; i++) {
            values[0][i] = random.nextGaussian();
            values[1][i] = random.nextGaussian();
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 64, 512, 1024, 2048, 4096})
    void inverseUndoesForward(int length) {
        Fourier fourier = new Fourier(length);
        double[][] values = random(length, length);
        double[][] copy = {values[0].clone(), values[1].clone()};
        fourier.forward(copy);
        fourier.inverse(copy);
        for (int i = 0; i < length; i++) {
            assertThat(copy[0][i] / length).isCloseTo(values[0][i], within(1e-13));
            assertThat(copy[1][i] / length).isCloseTo(values[1][i], within(1e-13));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 128, 256, 2048})
    void correlationIsTheSumOfProducts(int length) {
        Fourier fourier = new Fourier(length);
        double[] left = random(length, 1)[0];
        double[][] right = random(length, 2);
        double[][] leftTransform = {left.clone(), new double[length]};
        double[][] rightTransform = {right[0].clone(), right[1].clone()};
        fourier.forward(leftTransform);
        fourier.forward(rightTransform);
        double[][] product = new double[2][length];
        fourier.correlation(new double[][][] {leftTransform}, new double[][][] {rightTransform}, product);
        for (int lag = 0; lag < length; lag++) {
            for (int part = 0; part < 2; part++) {
                double expected = 0;
                for (int i = 0; i < length; i++) {
                    expected += left[i] * right[part][(i + lag) % length];
                }
                assertThat(product[part][lag] / length).isCloseTo(expected, within(1e-11));
            }
        }
    }

    @Test
    void vectorFormAgreesWithTheScalarFormBitForBit() {
        for (int length : new int[] {64, 8192, 16384}) {
            double[][] scalar = random(length, 5);
            double[][] vector = {scalar[0].clone(), scalar[1].clone()};
            new Fourier(length, new ScalarButterflies()).forward(scalar);
            new Fourier(length, new VectorButterflies()).forward(vector);
            assertThat(vector[0]).isEqualTo(scalar[0]);
            assertThat(vector[1]).isEqualTo(scalar[1]);
            new Fourier(length, new ScalarButterflies()).inverse(scalar);
            new Fourier(length, new VectorButterflies()).inverse(vector);
            assertThat(vector[0]).isEqualTo(scalar[0]);
            assertThat(vector[1]).isEqualTo(scalar[1]);
        }
    }

    @Test
    void lengthsArePowersOfTwoThatHoldTheElements() {
        assertThat(Fourier.lengthFor(8192)).isEqualTo(8192);
        assertThat(Fourier.lengthFor(8193)).isEqualTo(16384);
        assertThat(Fourier.lengthFor(3)).isEqualTo(16);
    }
}
