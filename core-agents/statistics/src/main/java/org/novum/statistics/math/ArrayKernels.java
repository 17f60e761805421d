package org.novum.statistics.math;

/** Loops over array elements; every implementation gives the same bits. Bounds are checked by the caller. */
interface ArrayKernels {
    String name();

    void exp(double[] source, int from, double[] target, int into, int count);

    void log(double[] source, int from, double[] target, int into, int count);

    /** Four interleaved partial sums, added as (s0 + s1) + (s2 + s3). */
    double sum(double[] values, int from, int count);

    /** As {@link #sum}, with products added by fused multiply-add. */
    double dot(double[] left, int leftFrom, double[] right, int rightFrom, int count);
}
