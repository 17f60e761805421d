package org.novum.particledecay.shape;

/** A density whose integral over the window is one, with its parameter derivatives. Immutable and thread-safe. */
@FunctionalInterface
public interface Density {
    /**
     * Writes density and derivatives of up to {@link DensityBlock#SIZE} masses to the block.
     *
     * @param masses masses inside the window
     * @param from index of the first
     * @param count how many
     * @param block receives values [1/mass unit] and derivatives
     */
    void evaluate(double[] masses, int from, int count, DensityBlock block);

    /** Density at one mass. */
    default double value(double mass) {
        DensityBlock block = new DensityBlock(MOST_PARAMETERS);
        evaluate(new double[] {mass}, 0, 1, block);
        return block.values()[0];
    }

    /** No shape has more parameters than this. */
    int MOST_PARAMETERS = 12;
}
