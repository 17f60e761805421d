package org.novum.statistics.math;

/**
 * Scalar form first, vector form once there is much to do.
 *
 * <p>The Vector API costs about a second of processor time before it is worth anything: its methods are slow until the
 * optimising compiler has done with them, and they are much work for it. Four lanes save 2 to 5 ns for each
 * exponential or logarithm, so a process that computes fewer than some 10^8 of them is done sooner without. Both
 * forms give the same bits, so that nothing depends on when the change happens, and threads need not agree on it.
 */
final class TieredKernels implements ArrayKernels {
    /** Exponentials and logarithms after which the vector form has been worth its start. */
    static final long WORTH = 1L << 27;

    private final ArrayKernels scalar;
    private final ArrayKernels vector;
    private final long worth;
    /** Counted without synchronisation: a lost count delays the change a little. */
    private long done;

    TieredKernels(ArrayKernels scalar, ArrayKernels vector, long worth) {
        this.scalar = scalar;
        this.vector = vector;
        this.worth = worth;
    }

    private ArrayKernels kernels(int count) {
        if (done >= worth) {
            return vector;
        }
        done += count;
        return scalar;
    }

    @Override
    public String name() {
        return kernels(0).name();
    }

    @Override
    public void exp(double[] source, int from, double[] target, int into, int count) {
        kernels(count).exp(source, from, target, into, count);
    }

    @Override
    public void log(double[] source, int from, double[] target, int into, int count) {
        kernels(count).log(source, from, target, into, count);
    }

    @Override
    public double sum(double[] values, int from, int count) {
        return kernels(0).sum(values, from, count);
    }

    @Override
    public double dot(double[] left, int leftFrom, double[] right, int rightFrom, int count) {
        return kernels(0).dot(left, leftFrom, right, rightFrom, count);
    }
}
