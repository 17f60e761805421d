package org.novum.spectra.numeric;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Four lanes, operation by operation those of the scalar form. */
final class VectorProducts extends Products {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_256;
    private static final int WIDTH = 4;

    @Override
    double sum(double[] left, double[] right, int count) {
        DoubleVector first = DoubleVector.zero(LANES);
        DoubleVector second = first;
        DoubleVector third = first;
        DoubleVector fourth = first;
        int i = 0;
        for (; i + SUMS <= count; i += SUMS) {
            first = first.add(product(left, right, i));
            second = second.add(product(left, right, i + WIDTH));
            third = third.add(product(left, right, i + 2 * WIDTH));
            fourth = fourth.add(product(left, right, i + 3 * WIDTH));
        }
        DoubleVector sums = first.add(third).add(second.add(fourth));
        double sum = (sums.lane(0) + sums.lane(1)) + (sums.lane(2) + sums.lane(3));
        for (; i < count; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static DoubleVector product(double[] left, double[] right, int at) {
        return DoubleVector.fromArray(LANES, left, at).mul(DoubleVector.fromArray(LANES, right, at));
    }
}
