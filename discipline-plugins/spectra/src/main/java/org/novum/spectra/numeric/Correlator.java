package org.novum.spectra.numeric;

/**
 * Correlations of a signal with longer sequences at all of their first lags, {@code c[lag] = sum_i s[i] t[i + lag]}, by
 * Fourier transforms.
 *
 * <p>Where the lags are few, the signal is cut into blocks whose products are summed before they are transformed back
 * (Stockham 1966, AFIPS 28, 229), so that the transforms are short. Two real signals, or two real sequences, travel as
 * real and imaginary part of one.
 */
public final class Correlator {
    private final Fourier fourier;
    private final int signal;
    private final int lags;
    private final int blockLength;
    private final int blocks;

    /**
     * For one kind of problem.
     *
     * @param signal elements of the signal
     * @param lags wanted, from 0
     */
    public Correlator(int signal, int lags) {
        // Short transforms pay where a block of signal is several times the lags; long ones have one block.
        int whole = Fourier.lengthFor(signal + lags);
        int brief = Fourier.lengthFor(8 * lags);
        fourier = new Fourier(Math.min(whole, brief));
        this.signal = signal;
        this.lags = lags;
        blockLength = Math.min(signal, fourier.length() - lags + 1);
        blocks = (signal + blockLength - 1) / blockLength;
    }

    /**
     * Transforms of what the signal is correlated with.
     *
     * @param real of signal + lags elements
     * @param imaginary as long; zeros for none
     */
    public double[][][] sequence(double[] real, double[] imaginary) {
        double[][][] transforms = transforms(real, imaginary, fourier.length());
        // A power of two: the inverse's factor is taken out here without rounding.
        double scale = 1.0 / fourier.length();
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
        double[][][] transforms = new double[blocks][2][fourier.length()];
        for (int block = 0; block < blocks; block++) {
            int from = block * blockLength;
            int count = Math.min(taken, real.length - from);
            System.arraycopy(real, from, transforms[block][0], 0, count);
            System.arraycopy(imaginary, from, transforms[block][1], 0, count);
            fourier.forward(transforms[block]);
        }
        return transforms;
    }

    /** Two correlations: of one signal with two sequences, or of two signals with one; the first lags count. */
    public double[][] correlate(double[][][] signal, double[][][] sequence) {
        double[][] sum = new double[2][fourier.length()];
        fourier.correlate(signal[0], sequence[0], sum);
        for (int block = 1; block < blocks; block++) {
            fourier.addCorrelation(signal[block], sequence[block], sum);
        }
        fourier.inverse(sum);
        return sum;
    }

    /** Number of lags that count. */
    public int lags() {
        return lags;
    }

    /** Elements of a signal. */
    public int length() {
        return signal;
    }
}
