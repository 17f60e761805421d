package org.novum.statistics.math;

import java.util.Objects;

/**
 * Elementary functions and reductions with one bit pattern everywhere.
 *
 * <p>Results that enter a digest must not depend on the processor, the virtual machine's intrinsics, the number of
 * threads or the width of its vector registers. Each function here uses only IEEE 754 additions, multiplications,
 * divisions, explicit fused multiply-adds and bit moves in a fixed order, so that the scalar form, the Vector API form
 * (always four lanes of double) and any emulation of either agree bit for bit, NaN payloads aside.
 *
 * <p>Accuracy, measured against 60-digit references: {@link #exp(double)} and {@link #log(double)} below 1 ulp,
 * {@link #erf(double)} below 1 ulp, {@link #erfc(double)} below 3 ulp where the result is normal.
 *
 * <p>Array forms process {@code count} elements starting at {@code from} of the source and write to the same positions
 * counted from {@code into} of the target; source and target may be the same array at the same position. Sums add four
 * interleaved partial sums (element {@code i} goes to partial sum {@code i mod 4}) as {@code (s0 + s1) + (s2 + s3)},
 * within chunks of {@value #CHUNK} elements that are merged in order by {@link NeumaierSum}.
 */
public final class StableMath {
    /** Elements whose lane sums are merged before the compensated summation takes over. */
    public static final int CHUNK = 256;

    private static final ArrayKernels KERNELS = KernelSelection.select();

    private StableMath() {}

    /** Natural exponential; 0 below about -745.13, infinity above about 709.78, NaN for NaN. */
    public static double exp(double x) {
        return ExpKernel.exp(x);
    }

    /** Natural logarithm; negative infinity for zeros, NaN for negative arguments and NaN. */
    public static double log(double x) {
        return LogKernel.log(x);
    }

    /** Error function 2/sqrt(pi) times the integral of exp(-t^2) from 0 to x. */
    public static double erf(double x) {
        return ErrorFunction.erf(x);
    }

    /** Complementary error function 1 - erf(x), without cancellation for large x. */
    public static double erfc(double x) {
        return ErrorFunction.erfc(x);
    }

    /** Exponentials of {@code count} elements. */
    public static void exp(double[] source, int from, double[] target, int into, int count) {
        Objects.checkFromIndexSize(from, count, source.length);
        Objects.checkFromIndexSize(into, count, target.length);
        KERNELS.exp(source, from, target, into, count);
    }

    /** Natural logarithms of {@code count} elements. */
    public static void log(double[] source, int from, double[] target, int into, int count) {
        Objects.checkFromIndexSize(from, count, source.length);
        Objects.checkFromIndexSize(into, count, target.length);
        KERNELS.log(source, from, target, into, count);
    }

    /** Sum of {@code count} elements. */
    public static double sum(double[] values, int from, int count) {
        Objects.checkFromIndexSize(from, count, values.length);
        if (count <= CHUNK) {
            return KERNELS.sum(values, from, count);
        }
        NeumaierSum total = new NeumaierSum();
        for (int start = 0; start < count; start += CHUNK) {
            total.add(KERNELS.sum(values, from + start, Math.min(CHUNK, count - start)));
        }
        return total.value();
    }

    /** Sum of products of {@code count} elements, each added by a fused multiply-add. */
    public static double dot(double[] left, double[] right, int from, int count) {
        return dot(left, from, right, from, count);
    }

    /** Sum of products of {@code count} elements that start at different positions of their arrays. */
    public static double dot(double[] left, int leftFrom, double[] right, int rightFrom, int count) {
        Objects.checkFromIndexSize(leftFrom, count, left.length);
        Objects.checkFromIndexSize(rightFrom, count, right.length);
        if (count <= CHUNK) {
            return KERNELS.dot(left, leftFrom, right, rightFrom, count);
        }
        NeumaierSum total = new NeumaierSum();
        for (int start = 0; start < count; start += CHUNK) {
            int size = Math.min(CHUNK, count - start);
            total.add(KERNELS.dot(left, leftFrom + start, right, rightFrom + start, size));
        }
        return total.value();
    }

    /** Sum of the natural logarithms of {@code count} elements. */
    public static double sumOfLogs(double[] values, int from, int count) {
        Objects.checkFromIndexSize(from, count, values.length);
        double[] logs = new double[Math.min(CHUNK, count)];
        NeumaierSum total = new NeumaierSum();
        for (int start = 0; start < count; start += CHUNK) {
            int size = Math.min(CHUNK, count - start);
            KERNELS.log(values, from + start, logs, 0, size);
            total.add(KERNELS.sum(logs, 0, size));
        }
        return total.value();
    }

    /** Name of the form in use, for reports: {@code vector} or {@code scalar}. Results are the same. */
    public static String form() {
        return KERNELS.name();
    }
}
