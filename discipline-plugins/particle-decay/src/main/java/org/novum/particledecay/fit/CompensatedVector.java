package org.novum.particledecay.fit;

/** Element-wise compensated sums of vectors added in order (Neumaier, as in the statistics module's scalar sum). */
final class CompensatedVector {
    private final double[] sums;
    private final double[] compensations;

    CompensatedVector(int size) {
        this.sums = new double[size];
        this.compensations = new double[size];
    }

    void add(double[] terms) {
        for (int i = 0; i < sums.length; i++) {
            double next = sums[i] + terms[i];
            compensations[i] += Math.abs(sums[i]) >= Math.abs(terms[i])
                    ? (sums[i] - next) + terms[i]
                    : (terms[i] - next) + sums[i];
            sums[i] = next;
        }
    }

    double[] values() {
        double[] values = new double[sums.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(sums[i]) < Double.POSITIVE_INFINITY ? sums[i] + compensations[i] : sums[i];
        }
        return values;
    }
}
