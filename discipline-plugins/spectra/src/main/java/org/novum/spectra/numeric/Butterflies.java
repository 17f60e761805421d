package org.novum.spectra.numeric;

/** The inner loops of {@link Fourier}; all forms do the same operations on each element, and agree bit for bit. */
interface Butterflies {
    /** Loops of four lanes where the incubator module is present, plain loops otherwise. */
    Butterflies SELECTED = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                    && !"scalar".equals(System.getProperty("org.novum.statistics.math.form"))
            ? VectorHolder.create()
            : new ScalarButterflies();

    /**
     * Four-point butterflies of one block, decimation in frequency.
     *
     * @param re real parts
     * @param im imaginary parts
     * @param block first element of the block of {@code 4 h} elements
     * @param twiddle real and imaginary parts of the factors of quarters 1, 2 and 3, {@code h} each
     */
    void forward(double[] re, double[] im, int block, double[][] twiddle);

    /** The inverse of {@link #forward}, times four. */
    void inverse(double[] re, double[] im, int block, double[][] twiddle);

    /** {@code out = conj(left) right}, element by element of a range; the arrays are real and imaginary parts. */
    void conjugateProduct(double[][] left, double[][] right, double[][] out, int from, int end);

    /** {@code out += conj(left) right}. */
    void addConjugateProduct(double[][] left, double[][] right, double[][] out, int from, int end);

    /** Linked on first use only, so that a machine without the module never sees its types. */
    final class VectorHolder {
        private VectorHolder() {}

        static Butterflies create() {
            return new VectorButterflies();
        }
    }
}
