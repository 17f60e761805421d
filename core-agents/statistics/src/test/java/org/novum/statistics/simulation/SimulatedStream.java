package org.novum.statistics.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.novum.statistics.distribution.NormalTail;
import org.novum.statistics.evidence.EValue;
import org.novum.statistics.evidence.PValue;

/**
 * A stream of one-sided normal tests with equal correlation between all of them.
 *
 * @param pValues p-values in order of arrival
 * @param likelihoodRatios e-values: the likelihood ratio of the planted shift against none
 * @param signals whether a test carries the shift
 */
record SimulatedStream(List<PValue> pValues, List<EValue> likelihoodRatios, boolean[] signals) {
    static final double SHIFT = 3;

    /**
     * What is simulated.
     *
     * @param length tests in a stream
     * @param signalFraction chance of each test to carry the shift
     * @param correlation correlation between any two tests of a stream
     */
    record Setting(int length, double signalFraction, double correlation) {}

    static SimulatedStream draw(Setting setting, SplittableRandom random) {
        double common = normal(random) * Math.sqrt(setting.correlation());
        double own = Math.sqrt(1 - setting.correlation());
        List<PValue> pValues = new ArrayList<>(setting.length());
        List<EValue> ratios = new ArrayList<>(setting.length());
        boolean[] signals = new boolean[setting.length()];
        for (int t = 0; t < setting.length(); t++) {
            signals[t] = random.nextDouble() < setting.signalFraction();
            double z = common + own * normal(random) + (signals[t] ? SHIFT : 0);
            pValues.add(PValue.ofZ(z));
            ratios.add(EValue.ofLog(SHIFT * z - SHIFT * SHIFT / 2));
        }
        return new SimulatedStream(pValues, ratios, signals);
    }

    private static double normal(SplittableRandom random) {
        return NormalTail.zOf(random.nextDouble(1e-16, 1));
    }
}
