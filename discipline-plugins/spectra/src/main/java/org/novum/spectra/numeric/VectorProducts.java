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
        double sum = total(first.add(third).add(second.add(fourth)));
        for (; i < count; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    @Override
    void pair(double[] left, double[][] rights, int at, double[] into) {
        double[] one = rights[at];
        double[] other = rights[at + 1];
        DoubleVector first = DoubleVector.zero(LANES);
        DoubleVector second = first;
        DoubleVector third = first;
        DoubleVector fourth = first;
        DoubleVector otherFirst = first;
        DoubleVector otherSecond = first;
        DoubleVector otherThird = first;
        DoubleVector otherFourth = first;
        int i = 0;
        for (; i + SUMS <= left.length; i += SUMS) {
            DoubleVector factor = at(left, i);
            first = first.add(factor.mul(at(one, i)));
            otherFirst = otherFirst.add(factor.mul(at(other, i)));
            factor = at(left, i + WIDTH);
            second = second.add(factor.mul(at(one, i + WIDTH)));
            otherSecond = otherSecond.add(factor.mul(at(other, i + WIDTH)));
            factor = at(left, i + 2 * WIDTH);
            third = third.add(factor.mul(at(one, i + 2 * WIDTH)));
            otherThird = otherThird.add(factor.mul(at(other, i + 2 * WIDTH)));
            factor = at(left, i + 3 * WIDTH);
            fourth = fourth.add(factor.mul(at(one, i + 3 * WIDTH)));
            otherFourth = otherFourth.add(factor.mul(at(other, i + 3 * WIDTH)));
        }
        double sum = total(first.add(third).add(second.add(fourth)));
        double otherSum = total(otherFirst.add(otherThird).add(otherSecond.add(otherFourth)));
        for (; i < left.length; i++) {
            sum += left[i] * one[i];
            otherSum += left[i] * other[i];
        }
        into[at] = sum;
        into[at + 1] = otherSum;
    }

    private static double total(DoubleVector sums) {
        return (sums.lane(0) + sums.lane(1)) + (sums.lane(2) + sums.lane(3));
    }

    @Override
    void ofNeighbours(double[] weights, Stretch values, Stretch target, int count) {
        double[] from = values.values();
        double[] into = target.values();
        DoubleVector w0 = DoubleVector.broadcast(LANES, weights[0]);
        DoubleVector w1 = DoubleVector.broadcast(LANES, weights[1]);
        DoubleVector w2 = DoubleVector.broadcast(LANES, weights[2]);
        DoubleVector w3 = DoubleVector.broadcast(LANES, weights[3]);
        int i = 0;
        int at = values.from();
        for (; i + WIDTH <= count; i += WIDTH, at += WIDTH) {
            w0.mul(at(from, at))
                    .add(w1.mul(at(from, at + 1)))
                    .add(w2.mul(at(from, at + 2)))
                    .add(w3.mul(at(from, at + 3)))
                    .intoArray(into, target.from() + i);
        }
        for (; i < count; i++, at++) {
            into[target.from() + i] = ofNeighbours(weights, from, at);
        }
    }

    private static DoubleVector at(double[] values, int from) {
        return DoubleVector.fromArray(LANES, values, from);
    }

    private static DoubleVector product(double[] left, double[] right, int at) {
        return at(left, at).mul(at(right, at));
    }
}
