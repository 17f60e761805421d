package org.novum.solarflare.region;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.novum.solarflare.learn.Standard;

/**
 * Scales of the magnetic features, one set per instrument: values of MDI and HMI differ in scale.
 *
 * @param logFlux of the total unsigned flux
 * @param logArea of the area
 * @param rValue of the R value
 * @param gradient of the mean gradient
 */
record RegionScales(Standard logFlux, Standard logArea, Standard rValue, Standard gradient) {
    /** Both instruments. */
    record Pair(RegionScales hmi, RegionScales mdi) {
        /** From training rows alone. */
        static Pair of(PatchFeatures features, int[] training) {
            return new Pair(
                    RegionScales.of(features, training, row -> features.hmi()[row]),
                    RegionScales.of(features, training, row -> !features.hmi()[row]));
        }

        RegionScales of(boolean isHmi) {
            return isHmi ? hmi : mdi;
        }
    }

    private static RegionScales of(PatchFeatures features, int[] training, IntPredicate instrument) {
        int[] rows = Arrays.stream(training).filter(instrument).toArray();
        return new RegionScales(
                of(features.logFlux(), rows),
                of(features.logArea(), rows),
                of(features.rValue(), rows),
                of(features.gradient(), rows));
    }

    private static Standard of(double[] values, int[] rows) {
        return Standard.of(IntStream.of(rows).mapToDouble(row -> values[row]).toArray());
    }
}
