package org.novum.statistics.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Measures the false discovery rate and the power of every contender on the same simulated streams.
 *
 * @param streams streams for each setting
 * @param seed seed of the generator
 */
record StreamStudy(int streams, long seed) {
    static final int LENGTH = 300;
    static final double SIGNAL_FRACTION = 0.15;
    static final double[] CORRELATIONS = {0, 0.5, 0.9};

    /**
     * What one contender did in one setting.
     *
     * @param setting what was simulated
     * @param contender the procedure
     * @param rate mean false discovery proportion
     * @param standardError its standard error over streams
     * @param power mean fraction of the signals found; NaN without signals
     */
    record Measurement(
            SimulatedStream.Setting setting, Contender contender, double rate, double standardError, double power) {
        boolean withinPromise() {
            return rate <= Contender.ALPHA + 2 * standardError;
        }
    }

    List<Measurement> run() {
        List<Measurement> measurements = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (double fraction : new double[] {0, SIGNAL_FRACTION}) {
            for (double correlation : CORRELATIONS) {
                measurements.addAll(measure(new SimulatedStream.Setting(LENGTH, fraction, correlation), random.split()));
            }
        }
        return measurements;
    }

    private List<Measurement> measure(SimulatedStream.Setting setting, SplittableRandom random) {
        List<Contender> contenders = Contender.all();
        double[] sums = new double[contenders.size()];
        double[] squares = new double[contenders.size()];
        double[] powers = new double[contenders.size()];
        int withSignals = 0;
        for (int stream = 0; stream < streams; stream++) {
            SimulatedStream drawn = SimulatedStream.draw(setting, random);
            int signals = count(drawn.signals(), drawn.signals());
            withSignals += signals > 0 ? 1 : 0;
            for (int i = 0; i < sums.length; i++) {
                boolean[] rejected = contenders.get(i).decide().apply(drawn);
                int right = count(rejected, drawn.signals());
                int all = count(rejected, rejected);
                double proportion = (all - right) / Math.max(1.0, all);
                sums[i] += proportion;
                squares[i] += proportion * proportion;
                powers[i] += signals > 0 ? (double) right / signals : 0;
            }
        }
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            double mean = sums[i] / streams;
            double error = Math.sqrt(Math.max(0, squares[i] / streams - mean * mean) / streams);
            double power = withSignals == 0 ? Double.NaN : powers[i] / withSignals;
            measurements.add(new Measurement(setting, contenders.get(i), mean, error, power));
        }
        return measurements;
    }

    private static int count(boolean[] first, boolean[] second) {
        int count = 0;
        for (int t = 0; t < first.length; t++) {
            count += first[t] && second[t] ? 1 : 0;
        }
        return count;
    }
}
