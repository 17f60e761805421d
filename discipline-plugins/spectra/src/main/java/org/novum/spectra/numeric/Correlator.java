package org.novum.spectra.numeric;

/**
 * Correlations of a signal with longer sequences at their first lags, {@code c[lag] = sum_i s[i] t[i + lag]}, all of them or
 * every second, by Fourier transforms.
 *
 * <p>Where the lags are few, the signal is cut into blocks whose products are summed before they are transformed back
 * (Stockham 1966, AFIPS 28, 229), so that the transforms are short. Two real signals, or two real sequences, travel as
 * real and imaginary part of one. Where every second lag is wanted, the two halves of a transform are added before it is
 * transformed back, which takes half as long.
 */
public final class Correlator {
    private final Fourier forward;
    private final Fourier inverse;
    private final int step;
    private final int blockLength;
    private final int blocks;

    /**
     * For one kind of problem.
     *
     * @param signal elements of the signal
     * @param lags the first so many, from 0
     * @param step 1 for all of them, 2 for every second
     */
    public Correlator(int signal, int lags, int step) {
        // Short transforms pay where a block of signal is several times the lags; long ones have one block.
        int whole = Fourier.lengthFor(signal + lags);
        int brief = Fourier.lengthFor(8 * lags);
        forward = new Fourier(Math.min(whole, brief));
        inverse = step == 1 ? forward : new Fourier(forward.length() / step);
        this.step = step;
        blockLength = Math.min(signal, forward.length() - lags + 1);
        blocks = (signal + blockLength - 1) / blockLength;
    }

    /**
     * Transforms of what the signal is correlated with.
     *
     * @param real of signal + lags elements
     * @param imaginary as long; zeros for none
     */
    public double[][][] sequence(double[] real, double[] imaginary) {
        double[][][] transforms = transforms(real, imaginary, forward.length());
        // A power of two: the inverse's factor is taken out here without rounding.
        double scale = 1.0 / forward.length();
        for (double[][] transform : transforms) {
            for (double[] part : transform) {
                for (int i = 0; i < part.length; i++) {
                    part[i] *= scale;
                }
            }
        }
        return transforms;
    }

    /** Transforms of one signal, to be correlated with one or two sequences. */
    public double[][][] signal(double[] real) {
        return transforms(real, new double[real.length], blockLength);
    }

    /** Transforms of two signals, to be correlated with one sequence. */
    public double[][][] signals(double[] first, double[] second) {
        double[] negative = new double[second.length];
        for (int i = 0; i < negative.length; i++) {
            // The correlation conjugates the signal.
            negative[i] = -second[i];
        }
        return transforms(first, negative, blockLength);
    }

    private double[][][] transforms(double[] real, double[] imaginary, int taken) {
        double[][][] transforms = new double[blocks * step][][];
        for (int block = 0; block < blocks; block++) {
            int from = block * blockLength;
            int count = Math.min(taken, real.length - from);
            double[][] transform = new double[2][forward.length()];
            System.arraycopy(real, from, transform[0], 0, count);
            System.arraycopy(imaginary, from, transform[1], 0, count);
            forward.forward(transform);
            if (step == 1) {
                transforms[block] = transform;
            } else {
                transforms[2 * block] = half(transform, 0);
                transforms[2 * block + 1] = half(transform, 1);
            }
        }
        return transforms;
    }

    /** Frequencies of the first or of the second half, which lie side by side, in the order of a transform half as long. */
    private static double[][] half(double[][] transform, int which) {
        double[][] half = new double[2][transform[0].length / 2];
        for (int i = 0; i < half[0].length; i++) {
            half[0][i] = transform[0][2 * i + which];
            half[1][i] = transform[1][2 * i + which];
        }
        return half;
    }

    /**
     * Two correlations: of one signal with two sequences, or of two signals with one; the first lags count.
     *
     * @param into real and imaginary part, {@link #length} elements each; overwritten
     */
    public void correlate(double[][][] signal, double[][][] sequence, double[][] into) {
        inverse.correlation(signal, sequence, into);
    }

    /** Elements of a correlation, of which those of the wanted lags count. */
    public int length() {
        return inverse.length();
    }
}
