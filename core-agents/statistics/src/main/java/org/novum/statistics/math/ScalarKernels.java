package org.novum.statistics.math;

/** Plain Java loops: the definition of the results. */
final class ScalarKernels implements ArrayKernels {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void exp(double[] source, int from, double[] target, int into, int count) {
        for (int i = 0; i < count; i++) {
            target[into + i] = ExpKernel.exp(source[from + i]);
        }
    }

    @Override
    public void log(double[] source, int from, double[] target, int into, int count) {
        for (int i = 0; i < count; i++) {
            target[into + i] = LogKernel.log(source[from + i]);
        }
    }

    @Override
    public double sum(double[] values, int from, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int end = from + count;
        int i = from;
        for (; i + 3 < end; i += 4) {
            s0 += values[i];
            s1 += values[i + 1];
            s2 += values[i + 2];
            s3 += values[i + 3];
        }
        int rest = end - i;
        s0 += rest > 0 ? values[i] : 0;
        s1 += rest > 1 ? values[i + 1] : 0;
        s2 += rest > 2 ? values[i + 2] : 0;
        return (s0 + s1) + (s2 + s3);
    }

    @Override
    public double dot(double[] left, int leftFrom, double[] right, int rightFrom, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int shift = rightFrom - leftFrom;
        int end = leftFrom + count;
        int i = leftFrom;
        for (; i + 3 < end; i += 4) {
            s0 = Math.fma(left[i], right[i + shift], s0);
            s1 = Math.fma(left[i + 1], right[i + 1 + shift], s1);
            s2 = Math.fma(left[i + 2], right[i + 2 + shift], s2);
            s3 = Math.fma(left[i + 3], right[i + 3 + shift], s3);
        }
        int rest = end - i;
        s0 = rest > 0 ? Math.fma(left[i], right[i + shift], s0) : s0;
        s1 = rest > 1 ? Math.fma(left[i + 1], right[i + 1 + shift], s1) : s1;
        s2 = rest > 2 ? Math.fma(left[i + 2], right[i + 2 + shift], s2) : s2;
        return (s0 + s1) + (s2 + s3);
    }
}
