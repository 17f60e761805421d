package org.novum.spectra.numeric;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/**
 * Fast Fourier transforms of one length for correlations, with one bit pattern on every machine.
 *
 * <p>The forward transform (decimation in frequency, radix 4; Gentleman and Sande 1966) leaves its output in the order in
 * which it falls out, and the inverse starts from that order, so that nothing is ever permuted. Complex arrays are pairs
 * of arrays: real parts, imaginary parts.
 */
public final class Fourier {
    /** Elements whose short passes are done one after the other while they stay in the nearest cache; a power of four. */
    private static final int NEAR = 1024;

    private final int length;
    private final boolean halved;
    private final double[][] half;
    private final List<double[][]> passes = new ArrayList<>();
    private final List<double[][]> reversed;
    private final Butterflies butterflies;

    /**
     * For one length.
     *
     * @param length a power of two, 16 at least
     */
    public Fourier(int length) {
        this(length, Butterflies.SELECTED);
    }

    Fourier(int length, Butterflies butterflies) {
        if (length < 16 || Integer.bitCount(length) != 1) {
            throw new IllegalArgumentException("a transform has a power of two elements, 16 at least, not " + length);
        }
        this.length = length;
        this.butterflies = butterflies;
        halved = Integer.numberOfTrailingZeros(length) % 2 == 1;
        half = new double[2][halved ? length / 2 : 0];
        for (int j = 0; j < half[0].length; j++) {
            double angle = -2 * FastMath.PI * j / length;
            half[0][j] = FastMath.cos(angle);
            half[1][j] = FastMath.sin(angle);
        }
        for (int block = halved ? length / 2 : length; block >= 4; block /= 4) {
            passes.add(twiddles(block));
        }
        reversed = List.copyOf(passes.reversed());
    }

    private static double[][] twiddles(int block) {
        double[][] twiddle = new double[6][block / 4];
        int[] powers = {2, 1, 3};
        for (int quarter = 0; quarter < 3; quarter++) {
            for (int j = 0; j < block / 4; j++) {
                double angle = -2 * FastMath.PI * ((long) powers[quarter] * j % block) / block;
                twiddle[2 * quarter][j] = FastMath.cos(angle);
                twiddle[2 * quarter + 1][j] = FastMath.sin(angle);
            }
        }
        return twiddle;
    }

    /** The smallest length that this class can transform and that is at least as large. */
    public static int lengthFor(int elements) {
        return Math.max(16, Integer.highestOneBit(Math.max(1, elements - 1)) * 2);
    }

    /** Number of elements. */
    public int length() {
        return length;
    }

    /** Transforms in place, with the exponent's sign negative. */
    public void forward(double[][] values) {
        if (halved) {
            firstPass(values[0], values[1]);
        }
        for (double[][] twiddle : passes) {
            int block = block(twiddle);
            for (int from = 0; block > NEAR && from < length; from += block) {
                butterflies.forward(values[0], values[1], from, twiddle);
            }
        }
        for (int near = 0; near < length; near += NEAR) {
            int end = Math.min(length, near + NEAR);
            for (double[][] twiddle : passes) {
                int block = block(twiddle);
                for (int from = near; block > 4 && block <= NEAR && from < end; from += block) {
                    butterflies.forward(values[0], values[1], from, twiddle);
                }
            }
            quadruples(values[0], values[1], near, end);
        }
    }

    private static int block(double[][] twiddle) {
        return 4 * twiddle[0].length;
    }

    /** The pass over blocks of four, whose factors are all 1. */
    private static void quadruples(double[] re, double[] im, int from, int end) {
        for (int a = from; a < end; a += 4) {
            double sumR = re[a] + re[a + 2];
            double sumI = im[a] + im[a + 2];
            double differenceR = re[a] - re[a + 2];
            double differenceI = im[a] - im[a + 2];
            double otherR = re[a + 1] + re[a + 3];
            double otherI = im[a + 1] + im[a + 3];
            double turnedR = im[a + 1] - im[a + 3];
            double turnedI = re[a + 3] - re[a + 1];
            re[a] = sumR + otherR;
            im[a] = sumI + otherI;
            re[a + 1] = sumR - otherR;
            im[a + 1] = sumI - otherI;
            re[a + 2] = differenceR + turnedR;
            im[a + 2] = differenceI + turnedI;
            re[a + 3] = differenceR - turnedR;
            im[a + 3] = differenceI - turnedI;
        }
    }

    /** The inverse of {@link #quadruples}, times four. */
    private static void inverseQuadruples(double[] re, double[] im, int from, int end) {
        for (int a = from; a < end; a += 4) {
            double s0R = re[a] + re[a + 1];
            double s0I = im[a] + im[a + 1];
            double s1R = re[a] - re[a + 1];
            double s1I = im[a] - im[a + 1];
            double s2R = re[a + 2] + re[a + 3];
            double s2I = im[a + 2] + im[a + 3];
            double s3R = re[a + 2] - re[a + 3];
            double s3I = im[a + 2] - im[a + 3];
            re[a] = s0R + s2R;
            im[a] = s0I + s2I;
            re[a + 2] = s0R - s2R;
            im[a + 2] = s0I - s2I;
            re[a + 1] = s1R - s3I;
            im[a + 1] = s1I + s3R;
            re[a + 3] = s1R + s3I;
            im[a + 3] = s1I - s3R;
        }
    }

    private void firstPass(double[] re, double[] im) {
        int h = length / 2;
        for (int j = 0; j < h; j++) {
            double differenceR = re[j] - re[j + h];
            double differenceI = im[j] - im[j + h];
            re[j] += re[j + h];
            im[j] += im[j + h];
            re[j + h] = differenceR * half[0][j] - differenceI * half[1][j];
            im[j + h] = differenceR * half[1][j] + differenceI * half[0][j];
        }
    }

    /** Undoes {@link #forward} in place, times the length. */
    public void inverse(double[][] values) {
        for (int near = 0; near < length; near += NEAR) {
            nearPasses(values, near);
        }
        farPasses(values);
    }

    private void nearPasses(double[][] values, int near) {
        int end = Math.min(length, near + NEAR);
        inverseQuadruples(values[0], values[1], near, end);
        for (double[][] twiddle : reversed) {
            int block = block(twiddle);
            for (int from = near; block > 4 && block <= NEAR && from < end; from += block) {
                butterflies.inverse(values[0], values[1], from, twiddle);
            }
        }
    }

    private void farPasses(double[][] values) {
        for (double[][] twiddle : reversed) {
            int block = block(twiddle);
            for (int from = 0; block > NEAR && from < length; from += block) {
                butterflies.inverse(values[0], values[1], from, twiddle);
            }
        }
        if (halved) {
            lastPass(values[0], values[1]);
        }
    }

    private void lastPass(double[] re, double[] im) {
        int h = length / 2;
        for (int j = 0; j < h; j++) {
            double otherR = re[j + h] * half[0][j] + im[j + h] * half[1][j];
            double otherI = im[j + h] * half[0][j] - re[j + h] * half[1][j];
            re[j + h] = re[j] - otherR;
            im[j + h] = im[j] - otherI;
            re[j] += otherR;
            im[j] += otherI;
        }
    }

    /**
     * The correlation of two sequences, each cut into blocks, times the length: the products of the transforms of their blocks
     * are summed and transformed back.
     *
     * @param sum real and imaginary parts; overwritten
     */
    void correlation(double[][][] left, double[][][] right, double[][] sum) {
        for (int near = 0; near < length; near += NEAR) {
            int end = Math.min(length, near + NEAR);
            butterflies.conjugateProduct(left[0], right[0], sum, near, end);
            for (int block = 1; block < left.length; block++) {
                butterflies.addConjugateProduct(left[block], right[block], sum, near, end);
            }
            nearPasses(sum, near);
        }
        farPasses(sum);
    }
}
