package org.novum.spectra.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelatorTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void agreesWithSumsForFewLagsAndForMany(int step) {
        for (int lags : new int[] {5, 27, 400}) {
            int length = 900;
            double[][] signals = {noise(length, 1), noise(length, 2)};
            double[][] sequences = {noise(length + lags, 3), noise(length + lags, 4)};
            Correlator correlator = new Correlator(length, lags, step);
            double[][] oneSignal = new double[2][correlator.length()];
            correlator.correlate(
                    correlator.signal(signals[0]), correlator.sequence(sequences[0], sequences[1]), oneSignal);
            double[][] twoSignals = new double[2][correlator.length()];
            correlator.correlate(
                    correlator.signals(signals[0], signals[1]),
                    correlator.sequence(sequences[0], new double[length + lags]),
                    twoSignals);
            for (int lag = 0; lag < lags; lag += step) {
                int at = lag / step;
                assertThat(oneSignal[0][at]).isCloseTo(direct(signals[0], sequences[0], lag), within(1e-10));
                assertThat(oneSignal[1][at]).isCloseTo(direct(signals[0], sequences[1], lag), within(1e-10));
                assertThat(twoSignals[0][at]).isCloseTo(direct(signals[0], sequences[0], lag), within(1e-10));
                assertThat(twoSignals[1][at]).isCloseTo(direct(signals[1], sequences[0], lag), within(1e-10));
            }
        }
    }

    private static double direct(double[] signal, double[] sequence, int lag) {
        double sum = 0;
        for (int i = 0; i < signal.length; i++) {
            sum += signal[i] * sequence[i + lag];
        }
        return sum;
    }

    private static double[] noise(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(count, -1, 1).toArray();
    }
}
