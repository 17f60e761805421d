package org.novum.particledecay.shape;

/**
 * Work space for one block of masses: small enough for the first-level cache, owned by one thread.
 *
 * <p>The arrays are handed out, not copied: this is the inner loop of every fit.
 */
public final class DensityBlock {
    /** Most masses of one block. */
    public static final int SIZE = 256;

    private static final int SCRATCH_ROWS = 8;

    private final double[] values = new double[SIZE];
    private final double[][] derivatives;
    private final double[][] scratch = new double[SCRATCH_ROWS][SIZE];

    public DensityBlock(int parameters) {
        this.derivatives = new double[parameters][SIZE];
    }

    /** Densities, one per mass. */
    public double[] values() {
        return values;
    }

    /** Derivatives of the densities with respect to one parameter. */
    public double[] derivative(int parameter) {
        return derivatives[parameter];
    }

    double[][] derivatives() {
        return derivatives;
    }

    double[] scratch(int row) {
        return scratch[row];
    }
}
