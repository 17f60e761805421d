package org.novum.spectra.numeric;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Four lanes, operation by operation those of the scalar form. */
final class VectorProducts extends Products {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_256;
    private static final int WIDTH = 4;

    @Override
    double sum(double[] left, double[] right, int count) {
        DoubleVector sums = DoubleVector.zero(LANES);
        int i = 0;
        for (; i + WIDTH <= count; i += WIDTH) {
            sums = sums.add(
                    DoubleVector.fromArray(LANES, left, i).mul(DoubleVector.fromArray(LANES, right, i)));
        }
        double sum = (sums.lane(0) + sums.lane(1)) + (sums.lane(2) + sums.lane(3));
        for (; i < count; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
